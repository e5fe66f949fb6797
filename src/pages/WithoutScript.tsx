import council from 'virtual:council';
import { SafeWithoutScript } from '../app/screens/SafeScreen.tsx';
import { appWords } from '../words/app-words.ts';
import { pageWords } from './page-words.ts';

/** Where no script runs: in place of the bar above, with a way to hide that needs none. */
export function BarWithoutScript() {
  return (
    <header class="bar">
      <a class="brand" href="/">
        {pageWords.t('brand')}
      </a>
      <a class="hide" href={council.hideTo} rel="noreferrer">
        {appWords.t('hide')}
      </a>
    </header>
  );
}

/** Where no script runs: whom to ring, below the page, and in place of the bar below the way there. */
export function HelpWithoutScript() {
  return (
    <>
      <SafeWithoutScript />
      <footer class="bar">
        <a class="not-safe" href="#help-now">
          {appWords.t('notSafe')}
        </a>
      </footer>
    </>
  );
}

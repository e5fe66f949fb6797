import council from 'virtual:council';
import { SafeWithoutScript } from '../app/screens/SafeScreen.tsx';
import { HideBar } from '../ui/HideBar.tsx';
import { appWords } from '../words/app-words.ts';
import { pageWords } from './page-words.ts';

/** Where no script runs: in place of the bar above, with a way to hide that needs none. */
export function BarWithoutScript() {
  return <HideBar brand={pageWords.t('brand')} hide={{ label: appWords.t('hide'), to: council.hideTo }} />;
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

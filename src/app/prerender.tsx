import council from 'virtual:council';
import { renderToString } from 'preact-render-to-string';
import { appWords } from '../words/app-words.ts';
import { App } from './App.tsx';
import type { Path } from './journey.ts';
import { InsecureScreen } from './screens/InsecureScreen.tsx';
import { NotFoundScreen } from './screens/NotFoundScreen.tsx';
import { SafeNow, SafeWithoutScript } from './screens/SafeScreen.tsx';
import { freshStart } from './start.ts';

/** What a page holds before any script runs: the first screen, the word of warning, the word without scripts. */
export function prerender(path: Path): {
  app: string;
  insecure: string;
  safe: string;
  noScript: string;
  title: string;
  language: string;
} {
  const { t, language } = appWords;
  const phone = council.complaintsTeam.phones[0] ?? '';
  return {
    app: renderToString(<App start={freshStart(path)} />),
    insecure: renderToString(<InsecureScreen />),
    safe: renderToString(<SafeNow />),
    noScript: renderToString(
      <>
        <p class="trouble">{t('noScript', { phone })}</p>
        <SafeWithoutScript />
      </>,
    ),
    title: t('title'),
    language,
  };
}

/** What stands at an address where nothing is. It needs no script. */
export function prerenderNotFound(): { body: string; title: string; language: string } {
  const { t, language } = appWords;
  return { body: renderToString(<NotFoundScreen />), title: t('title'), language };
}

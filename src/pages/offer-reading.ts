/**
 * Runs at the end of each page that is only read: offers to read it aloud where there is a voice for it. What reads
 * comes when somebody is about to press.
 */
import { watchVoices } from '../aloud/voices.ts';
import type { readPage } from './read-page.ts';

const { lang, dataset } = document.documentElement;
// Named by the page, for its file has a hash in its name.
const reader = dataset.aloud ?? '';
const bring = (): Promise<{ readPage: typeof readPage }> => import(/* @vite-ignore */ reader);

for (const button of document.querySelectorAll<HTMLButtonElement>('button.read')) {
  watchVoices(
    () => lang,
    (isThere) => {
      button.hidden = !isThere;
    },
  );
  const prepare = () => void bring().catch(() => undefined);
  button.onpointerdown = prepare;
  button.onfocus = prepare;
  button.onclick = () => void bring().then((reader) => reader.readPage(button));
}

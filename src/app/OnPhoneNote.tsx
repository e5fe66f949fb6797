import { type AppKey, appWords } from '../words/app-words.ts';
import { goesWhenClosed } from './triggers.ts';

/** What is true of something that waits on this phone: who may see it, and what may become of it. */
export function OnPhoneNote({ isSealed = false }: { isSealed?: boolean | undefined }) {
  const notes: AppKey[] = [
    goesWhenClosed() ? 'sent.goesByItself' : 'sent.openAgain',
    ...(mayBeClearedAfterAWeek() ? (['sent.sevenDays'] as const) : []),
    'sent.privateWindow',
    isSealed ? 'sent.sealedHonest' : 'sent.onPhoneHonest',
  ];
  return (
    <ul class="notice notes">
      {notes.map((note) => (
        <li key={note}>{appWords.t(note)}</li>
      ))}
    </ul>
  );
}

/**
 * Safari clears what a page has kept when nobody has opened it for seven days, unless it was put on the home screen
 * (https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/). Only its browsers on phones and tablets
 * know `standalone`.
 */
function mayBeClearedAfterAWeek(): boolean {
  return 'standalone' in navigator && !navigator.standalone;
}

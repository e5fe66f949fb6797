import { listDrafts, newDraft, saveDraft } from './drafts.ts';

/** What the page's own script (`src/app/before.ts`) calls words that were typed and left before the app had come. */
const named = 'heard-early-';

declare global {
  /** The app has taken over what was typed before it came: the page's own script need not keep it any more. */
  var heardKeepsWords: boolean | undefined;
}

/**
 * Makes drafts of what was typed, here or in another tab, into a page that was left before the app had come. What a
 * draft or the page's own box holds already, `typed`, becomes none. One tab at a time, so that nothing becomes two.
 *
 * @param step where such a draft is carried on
 * @param seen the questions that were passed before it
 */
export async function adoptEarlyWords(step: string, seen: string[], typed: string): Promise<void> {
  if (earlyKeys().length === 0) return;
  await navigator.locks.request('heard-early', async () => {
    const held = [typed, ...(await listDrafts()).map(({ answers }) => answers.words ?? '')];
    for (const key of earlyKeys()) {
      const words = localStorage.getItem(key) ?? '';
      const draft = newDraft(step, seen, whenTyped(key));
      if (!held.some((other) => other.startsWith(words))) await saveDraft({ ...draft, answers: { words } }, true);
      localStorage.removeItem(key);
    }
  });
}

/** Whether words that were left lie under this name of the browser's storage. */
export function isEarlyKey(key: string): boolean {
  return key.startsWith(named);
}

// The name says when that page was opened: what was typed before "Hide" is older than it.
function whenTyped(key: string): string {
  const opened = new Date(Number.parseInt(key.slice(named.length), 10));
  return (Number.isNaN(opened.getTime()) ? new Date() : opened).toISOString();
}

export function forgetEarlyWords(): void {
  for (const key of earlyKeys()) localStorage.removeItem(key);
}

function earlyKeys(): string[] {
  try {
    return Object.keys(localStorage).filter(isEarlyKey);
  } catch {
    // Storage is refused: nothing was kept.
    return [];
  }
}

import { type Draft, findDraft, newDraft } from '../device/drafts.ts';
import { beginning, type Path } from './journey.ts';
import { recall } from './this-tab.ts';
import { type KeptHere, readKept } from './use-kept.ts';

/** What the app begins with. */
export interface Start {
  path: Path;
  draft: Draft;
  /** The draft holds words that are not on the phone yet. */
  isTyped?: boolean;
  /** The submission whose whereabouts are shown, when this tab showed them before it was reloaded. */
  sentId?: string | undefined;
  kept: KeptHere;
}

export function pathOf(pathname: string): Path {
  const path = pathname.replace(/(\/index\.html|\/)$/, '') || '/';
  return path === '/tell' || path === '/follow' ? path : '/';
}

/** A start with nothing kept: what the server's page shows, and what every start is when storage is refused. */
export function freshStart(path: Path): Start {
  const { step, seen } = beginning(path);
  return { path, draft: newDraft(step, seen, new Date().toISOString()), kept: { drafts: [], sent: [] } };
}

/**
 * Reads what this device keeps. A reload goes on where it was. `/tell` opens at the words, with those of the latest
 * draft if there is one.
 */
export async function readStart(path: Path): Promise<Start> {
  const fresh = freshStart(path);
  try {
    const kept = await readKept();
    const shown = path === '/follow' ? {} : recall();
    const draft = shown.draft ? await findDraft(shown.draft) : undefined;
    if (draft) return { path, draft, kept };
    if (shown.sent && kept.sent.some(({ id }) => id === shown.sent)) return { ...fresh, sentId: shown.sent, kept };
    const [latest] = kept.drafts;
    if (path === '/tell' && latest) return { path, draft: { ...latest, step: fresh.draft.step }, kept };
    return { ...fresh, kept };
  } catch {
    return fresh;
  }
}

/** What was typed into the page before the app was there goes behind what the draft holds already. */
export function withTyped(start: Start, typed: string): Start {
  if (!typed || start.draft.step !== 'words') return start;
  const { draft } = start;
  const words = draft.answers.words ? `${draft.answers.words}\n${typed}` : typed;
  return { ...start, isTyped: true, draft: { ...draft, answers: { ...draft.answers, words } } };
}

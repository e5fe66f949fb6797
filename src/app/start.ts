import { saysSomething } from '../device/answers.ts';
import { type Draft, deleteDraft, findDraft, newDraft } from '../device/drafts.ts';
import { adoptEarlyWords } from '../device/early-words.ts';
import { readOwnRegister } from '../device/own-register.ts';
import type { Register } from '../domain/submission.ts';
import { beginning, type Path } from './journey.ts';
import { recall } from './this-tab.ts';
import { type KeptHere, readKept } from './use-kept.ts';
import { inRegister } from './use-register.ts';

/** What the app begins with. */
export interface Start {
  path: Path;
  draft: Draft;
  /** The draft holds something that is not on the phone yet. */
  isUnsaved: boolean;
  /** The submission whose whereabouts are shown, when this tab showed them before it was reloaded. */
  sentId?: string | undefined;
  kept: KeptHere;
  /** The words this phone was told to use. */
  register?: Register | undefined;
}

/** A phone's storage that has not answered by then, in milliseconds, is done without. */
const patience = 2_000;
const day = 86_400_000;

export function pathOf(pathname: string): Path {
  const path = pathname.replace(/(\/index\.html|\/)$/, '') || '/';
  return path === '/tell' || path === '/follow' ? path : '/';
}

/** A start with nothing kept: what the server's page shows, and what every start is when storage is refused. */
export function freshStart(path: Path): Start {
  const { step, seen } = beginning(path);
  const draft = newDraft(step, seen, new Date().toISOString());
  return { path, draft, isUnsaved: false, kept: { drafts: [], sent: [] } };
}

/**
 * Reads what this device keeps. A reload goes on where it was. `/tell` opens at the words, with those of the latest
 * draft if there is one and nothing was typed before the app came: what is typed into an empty box is a new beginning,
 * perhaps somebody else's, and is never joined to older words.
 *
 * @param typed gives what stands in the page's text box at the moment it is asked
 */
export async function readStart(path: Path, typed: () => string): Promise<Start> {
  const late = new Promise<Start>((resolve) => setTimeout(() => resolve(freshStart(path)), patience));
  const start = await Promise.race([readKeptStart(path, typed), late]).catch(() => freshStart(path));
  const register = readOwnRegister();
  return withTyped({ ...start, register, draft: inRegister(start.draft, register) }, typed());
}

async function readKeptStart(path: Path, typed: () => string): Promise<Start> {
  const fresh = freshStart(path);
  const { draft: atWords } = freshStart('/tell');
  await adoptEarlyWords(atWords.step, atWords.seen, typed());
  const kept = await readKept();
  void removeEmptyDrafts(kept.drafts);
  const shown = recall();
  const draft = shown.draft ? await findDraft(shown.draft) : undefined;
  if (draft) return { ...fresh, draft, kept };
  if (shown.sent && kept.sent.some(({ id }) => id === shown.sent)) return { ...fresh, sentId: shown.sent, kept };
  const [latest] = kept.drafts.filter(({ answers, isAddition }) => answers.words?.trim() && !isAddition);
  if (path === '/tell' && latest && !typed()) {
    return { ...fresh, draft: { ...latest, step: fresh.draft.step }, kept };
  }
  return { ...fresh, kept };
}

/** With what was typed into the page before the app was there. A reload of the same tab goes on with its own words. */
export function withTyped(start: Start, typed: string): Start {
  const { draft } = start;
  if (!typed || draft.step !== 'words') return start;
  const words = draft.answers.words ? `${draft.answers.words}\n${typed}` : typed;
  return { ...start, draft: { ...draft, answers: { ...draft.answers, words } }, isUnsaved: true };
}

// Begun by one press and left: nobody would know it again.
async function removeEmptyDrafts(drafts: Draft[]): Promise<void> {
  const old = new Date(Date.now() - day).toISOString();
  const empty = drafts.filter((draft) => !saysSomething(draft.answers) && draft.changedAt < old);
  await Promise.all(empty.map(({ id, revision }) => deleteDraft(id, revision))).catch(() => undefined);
}

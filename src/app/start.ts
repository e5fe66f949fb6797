import { isWorthKeeping } from '../device/answers.ts';
import { type Draft, deleteDraft, findDraft, newDraft } from '../device/drafts.ts';
import { adoptEarlyWords, isEarlyKey } from '../device/early-words.ts';
import { readOwnRegister } from '../device/own-register.ts';
import { hideLabelsOfBefore } from '../device/sent.ts';
import { forgetOldKeys } from '../device/shelf.ts';
import type { Register } from '../domain/submission.ts';
import { bringLanguage } from '../words/app-words.ts';
import { builtIn } from '../words/languages.ts';
import { beginning, type Path } from './journey.ts';
import { recall, whenHidden } from './this-tab.ts';
import { type KeptHere, readKept } from './use-kept.ts';
import { chosenLanguage } from './use-language.ts';
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
  /** Whose words are here. */
  language: string;
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
  return { path, draft, isUnsaved: false, kept: { drafts: [], sent: [], carried: [] }, language: builtIn };
}

/** How long another tab has, in milliseconds, until what it left is taken from it: its own app may only be slow. */
const grace = 30_000;

/**
 * From now on makes drafts of what any other tab leaves behind before its app has come, so that it does not lie open
 * until the next start. Whoever comes back to that very tab later may find the words twice, and never none.
 */
export function adoptFromOtherTabs(after = grace): void {
  const { step, seen } = beginning('/tell');
  addEventListener('storage', ({ key, newValue }) => {
    if (key === null || newValue === null || !isEarlyKey(key)) return;
    setTimeout(() => void adoptEarlyWords(step, seen, '').catch(() => undefined), after);
  });
}

/**
 * Reads what this device keeps. A reload goes on where it was. `/tell` opens at the words, with those of the latest
 * draft if there is one and nothing was typed before the app came: what is typed into an empty box is a new beginning,
 * perhaps somebody else's, and is never joined to older words.
 *
 * @param typed gives what stands in the page's text box at the moment it is asked
 * @param goesOn the page is the same as before, and only what it may read has changed
 */
export async function readStart(path: Path, typed: () => string, goesOn = false): Promise<Start> {
  const late = new Promise<Start>((resolve) => setTimeout(() => resolve(freshStart(path)), patience));
  const words = Promise.race([broughtLanguage(), late.then(() => builtIn)]);
  const start = await Promise.race([readKeptStart(path, typed, goesOn), late]).catch(() => freshStart(path));
  const language = await words;
  const register = readOwnRegister();
  return withTyped({ ...start, register, language, draft: inRegister(start.draft, register) }, typed());
}

// Without them the app begins in those that came with it, and goes over when they are here.
async function broughtLanguage(): Promise<string> {
  const chosen = chosenLanguage();
  return bringLanguage(chosen).then(
    () => chosen,
    () => builtIn,
  );
}

async function readKeptStart(path: Path, typed: () => string, goesOn: boolean): Promise<Start> {
  const fresh = freshStart(path);
  const atWords = beginning('/tell');
  await adoptEarlyWords(atWords.step, atWords.seen, typed());
  const kept = await readKept();
  void tidyUp(kept.drafts).catch(() => undefined);
  const shown = recall(goesOn);
  const draft = shown.draft ? await findDraft(shown.draft) : undefined;
  if (draft) return { ...fresh, draft, kept };
  if (shown.sent && kept.sent.some(({ id }) => id === shown.sent)) return { ...fresh, sentId: shown.sent, kept };
  const hiddenAt = whenHidden();
  const [latest] = kept.drafts.filter(
    ({ answers, isAddition, changedAt }) => answers.words?.trim() && !isAddition && changedAt > hiddenAt,
  );
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

// What is gone from here takes its key with it, also where a battery died in between.
async function tidyUp(drafts: Draft[]): Promise<void> {
  await forgetOldKeys();
  await removeEmptyDrafts(drafts);
  await hideLabelsOfBefore();
}

// Begun by one press and left: nobody would know it again.
async function removeEmptyDrafts(drafts: Draft[]): Promise<void> {
  const old = new Date(Date.now() - day).toISOString();
  const empty = drafts.filter((draft) => !isWorthKeeping(draft.answers) && draft.changedAt < old);
  await Promise.all(empty.map(({ id, revision }) => deleteDraft(id, revision)));
}

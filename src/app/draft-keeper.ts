import { type Draft, DraftConflict, findDraft, newDraft, saveDraft, storedRevision } from '../device/drafts.ts';
import { marksTogether } from './marks.ts';
import type { Keeping } from './question.ts';

/** The shortest time between two saves while somebody types, in milliseconds: at most a word is lost to a dead battery. */
const betweenSaves = 250;

export interface DraftKeeper {
  draft: () => Draft;
  keeping: () => Keeping;
  change: (part: Partial<Pick<Draft, 'answers' | 'step' | 'seen'>>) => void;
  /** Resolves when all that was changed so far is on the phone, or cannot be kept. */
  flush: () => Promise<void>;
  /** Takes over what another tab has saved, unless this one has something newer of its own. */
  follow: () => Promise<void>;
  /** It was sent: nothing of it is to be kept here any more, not even what could not be kept before. */
  end: () => void;
}

/** Keeps one draft: in memory at once, on the phone a moment later, and never two saves at a time. */
export function createDraftKeeper(initial: Draft, onNews: () => void): DraftKeeper {
  let current = initial;
  let isDirty = false;
  let keeping: Keeping = initial.revision > 0 ? 'kept' : 'nothing-yet';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | undefined;

  const flush = async () => {
    saving ??= saveAll().finally(() => {
      saving = undefined;
    });
    await saving;
  };

  // What the phone could not keep is nowhere but here.
  const isAhead = () => isDirty || saving !== undefined || keeping === 'cannot';

  // The first change is saved at once, for the page may be left in the next moment; what follows, a little later.
  function saveSoon(): void {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (isDirty) saveSoon();
    }, betweenSaves);
    void flush();
  }

  async function saveAll(): Promise<void> {
    // What could not be kept before is tried again, once each time somebody asks.
    isDirty ||= keeping === 'cannot';
    while (isDirty) {
      isDirty = false;
      keeping = await save().then(
        () => 'kept',
        () => 'cannot',
      );
    }
    onNews();
  }

  async function save(): Promise<void> {
    try {
      const { revision } = await saveDraft(current);
      current = { ...current, revision };
    } catch (error) {
      if (!(error instanceof DraftConflict)) throw error;
      await makeRoom();
    }
  }

  // Another tab saved first. A draft that is gone was sent elsewhere: these words may follow as a further version.
  // One that this version of the app cannot read is left alone, and this tab's words become another draft.
  // An addition has no second place, for its id is that of what was sent: what both tabs say is put together.
  async function makeRoom(): Promise<void> {
    const revision = await storedRevision(current.id);
    const other = await findDraft(current.id);
    if (current.isAddition) current = joinedTo(other, revision);
    else if (other) await keepBoth(other, revision);
    else if (revision > 0) {
      const { id, followKey } = newDraft(current.step, current.seen, new Date().toISOString());
      current = { ...current, id, followKey, revision: 0 };
    } else current = { ...current, revision };
    isDirty = true;
  }

  // The other tab's words are put aside as a draft of their own, with its other answers, unless this tab's hold them
  // already. This tab's words then stand, and what only the other has answered.
  async function keepBoth({ step, seen, answers }: Draft, revision: number): Promise<void> {
    const holdsTheirs = (current.answers.words ?? '').includes(answers.words ?? '');
    if (!holdsTheirs) await saveDraft({ ...newDraft(step, seen, new Date().toISOString()), answers });
    current = { ...current, revision, ...(holdsTheirs && { answers: together(answers, current.answers) }) };
  }

  function joinedTo(other: Draft | undefined, revision: number): Draft {
    if (revision > 0 && !other) throw new DraftConflict();
    return { ...current, revision, answers: together(other?.answers, current.answers) };
  }

  return {
    draft: () => current,
    keeping: () => keeping,
    flush,
    change(part) {
      current = { ...current, ...part, changedAt: new Date().toISOString() };
      isDirty = true;
      onNews();
      saveSoon();
    },
    async follow() {
      if (isAhead()) return;
      // Storage that cannot be read now leaves what is on the screen.
      const stored = await findDraft(current.id).catch(() => undefined);
      if (!stored || isAhead() || stored.revision <= current.revision) return;
      current = { ...stored, step: current.step, seen: current.seen };
      onNews();
    },
    end() {
      isDirty = false;
      keeping = 'nothing-yet';
    },
  };
}

// Where both have answered the same, what is on this screen stands; words stand one after the other.
function together(theirs: Draft['answers'] = {}, ours: Draft['answers']): Draft['answers'] {
  const both = { ...theirs, ...ours };
  for (const name of ['words', 'wanted', 'message'] as const) {
    const [other, own] = [theirs[name] ?? '', ours[name] ?? ''];
    if (!own.includes(other)) both[name] = own.trim() && !other.includes(own) ? `${other}\n${own}` : other;
  }
  return marksTogether(theirs, ours, both);
}

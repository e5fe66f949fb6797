import { type Draft, DraftConflict, findDraft, newDraft, saveDraft } from '../device/drafts.ts';
import type { Keeping } from './journey.ts';

/** Long enough to join the letters of a word, short enough to lose at most a word to a dead battery. */
const pauseInTyping = 250;

export interface DraftKeeper {
  draft: () => Draft;
  keeping: () => Keeping;
  change: (part: Partial<Pick<Draft, 'answers' | 'step' | 'seen'>>) => void;
  /** Resolves when all that was changed so far is on the phone, or cannot be kept. */
  flush: () => Promise<void>;
  /** Takes over what another tab has saved, unless this one has something newer of its own. */
  follow: () => Promise<void>;
}

/** Keeps one draft: in memory at once, on the phone a moment later, and never two saves at a time. */
export function createDraftKeeper(initial: Draft, onNews: () => void): DraftKeeper {
  let current = initial;
  let isDirty = false;
  let keeping: Keeping = initial.revision > 0 ? 'kept' : 'nothing-yet';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | undefined;

  const flush = async () => {
    clearTimeout(timer);
    saving ??= saveAll().finally(() => {
      saving = undefined;
    });
    await saving;
  };

  async function saveAll(): Promise<void> {
    while (isDirty) {
      isDirty = false;
      try {
        const { revision } = await saveDraft(current);
        current = { ...current, revision };
        keeping = 'kept';
      } catch (error) {
        if (error instanceof DraftConflict) await makeRoom();
        else keeping = 'cannot';
      }
    }
    onNews();
  }

  // Another tab saved first. Its words are put aside as a draft of their own unless this tab's hold them already;
  // this tab's words then stand. A draft that is gone was sent elsewhere: these words may follow as a further version.
  async function makeRoom(): Promise<void> {
    const other = await findDraft(current.id);
    const theirs = other?.answers.words ?? '';
    if (other && !current.answers.words?.includes(theirs)) {
      const { step, seen, changedAt, answers } = other;
      await saveDraft({ ...newDraft(step, seen, changedAt), answers });
    }
    current = { ...current, revision: other?.revision ?? 0 };
    isDirty = true;
  }

  return {
    draft: () => current,
    keeping: () => keeping,
    flush,
    change(part) {
      current = { ...current, ...part, changedAt: new Date().toISOString() };
      isDirty = true;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), pauseInTyping);
      onNews();
    },
    async follow() {
      if (isDirty || saving) return;
      const stored = await findDraft(current.id);
      if (!stored || isDirty || saving || stored.revision <= current.revision) return;
      current = { ...stored, step: current.step, seen: current.seen };
      onNews();
    },
  };
}

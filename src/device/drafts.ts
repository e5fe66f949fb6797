import * as z from 'zod/mini';
import { Instant } from '../domain/dates.ts';
import { FollowKey, Sha256 } from '../domain/keys.ts';
import { PictureKey } from '../domain/picture-key.ts';
import { SubmissionId } from '../domain/submission.ts';
import { Answers } from './answers.ts';
import { announceChange } from './changes.ts';
import { strict, withDb } from './db.ts';
import { newFollowKey, newPictureKey } from './keys.ts';

export const Draft = z.object({
  /** Minted with the draft: the submission's id from its first word on. */
  id: SubmissionId,
  followKey: FollowKey,
  /** Minted with the draft too, so that it is there offline. A draft of before has none; sending mints it. */
  pictureKey: z.optional(PictureKey),
  /** Says something more of what was sent from here before: its id and key are those of that. */
  isAddition: z.optional(z.boolean()),
  /** The addition's own id, minted with it: however often, and from however many tabs, it goes, it is one. */
  addition: z.optional(SubmissionId),
  /** For an addition to what a helper sent, whose child has the key: its SHA-256, with which one may deliver, not read. */
  deposit: z.optional(Sha256),
  /** Counts the saves, so that nothing is sent that is older than what was typed. */
  revision: z.int(),
  answers: Answers,
  /** The step the person was at. */
  step: z.string(),
  /** The questions that were answered or skipped. */
  seen: z.array(z.string()),
  startedAt: Instant,
  changedAt: Instant,
});
export type Draft = Omit<z.infer<typeof Draft>, 'answers'> & { answers: Answers };

/** Another tab saved the draft since this one read it. */
export class DraftConflict extends Error {
  constructor() {
    super('The draft was changed in another tab.');
    this.name = 'DraftConflict';
  }
}

export function newDraft(step: string, seen: string[], now: Instant): Draft {
  return {
    id: crypto.randomUUID(),
    followKey: newFollowKey(),
    pictureKey: newPictureKey(),
    revision: 0,
    answers: {},
    step,
    seen,
    startedAt: now,
    changedAt: now,
  };
}

/**
 * Saves a draft that was read at `draft.revision`, and gives it with its new revision. It is with the operating
 * system then, which a killed browser does not undo; waiting for the disk at every letter would leave more unsaved
 * when a page is left in the middle of a word, and a battery drained. Throws `DraftConflict` when
 * another tab was quicker; nothing is written then.
 */
export async function saveDraft(draft: Draft): Promise<Draft> {
  const next = { ...draft, revision: draft.revision + 1 };
  await withDb(async (db) => {
    const trx = db.transaction('drafts', 'readwrite', { durability: 'relaxed' });
    const stored = await trx.store.get(draft.id);
    if ((stored?.revision ?? 0) !== draft.revision) {
      trx.abort();
      await trx.done.catch(() => undefined);
      throw new DraftConflict();
    }
    // Together, so that a full disk is one failure that somebody hears of, and not a second one that nobody does.
    await Promise.all([trx.store.put(next), trx.done]);
  });
  announceChange('drafts');
  return next;
}

/** The revision under which a draft is stored, whether or not this version of the app can read it; 0 when it is not. */
export async function storedRevision(id: string): Promise<number> {
  const stored = await withDb((db) => db.get('drafts', id));
  return stored?.revision ?? 0;
}

export async function findDraft(id: string): Promise<Draft | undefined> {
  const stored = await withDb((db) => db.get('drafts', id));
  return Draft.safeParse(stored).data;
}

/** Every draft on this device, the last changed first. */
export async function listDrafts(): Promise<Draft[]> {
  const stored = await withDb((db) => db.getAll('drafts'));
  const drafts = stored.flatMap((each) => Draft.safeParse(each).data ?? []);
  return drafts.sort((a, b) => b.changedAt.localeCompare(a.changedAt));
}

/** Takes a draft off this phone; given the `revision` that is no longer needed, nothing that was saved after it. */
export async function deleteDraft(id: string, revision = Number.POSITIVE_INFINITY): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction('drafts', 'readwrite', strict);
    const stored = await trx.store.get(id);
    const isNewer = stored !== undefined && stored.revision > revision;
    await Promise.all([isNewer ? undefined : trx.store.delete(id), trx.done]);
  });
  announceChange('drafts');
}

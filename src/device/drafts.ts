import * as z from 'zod/mini';
import { Instant } from '../domain/dates.ts';
import { FollowKey, Sha256 } from '../domain/keys.ts';
import { PictureKey } from '../domain/picture-key.ts';
import { SubmissionId } from '../domain/submission.ts';
import { Answers } from './answers.ts';
import { announceChange } from './changes.ts';
import { strict, withDb } from './db.ts';
import type { Stored } from './hidden.ts';
import { newFollowKey, newPictureKey } from './keys.ts';
import { draftShelf } from './shelf.ts';

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
 * Saves a draft that was read at `draft.revision`, and gives it with its new revision. Throws `DraftConflict` when
 * another tab was quicker; nothing is written then.
 *
 * @param layOpen it stood on this phone in another place, where it could be read
 */
export async function saveDraft(draft: Draft, layOpen = false): Promise<Draft> {
  const next = { ...draft, revision: draft.revision + 1 };
  if ((await draftShelf.save(next, layOpen)) !== 'saved') throw new DraftConflict();
  announceChange('drafts');
  return next;
}

/** The revision under which a draft is stored, whether or not this version of the app can read it; 0 when it is not. */
export async function storedRevision(id: string): Promise<number> {
  const stored = await withDb((db) => db.get('drafts', id));
  return stored?.revision ?? 0;
}

/** Gives nothing for one that is locked. */
export async function findDraft(id: string): Promise<Draft | undefined> {
  const stored = await withDb((db) => db.get('drafts', id));
  return stored && read(stored);
}

/** Every draft on this device that may be read now, the last changed first. */
export async function listDrafts(): Promise<Draft[]> {
  const stored = await withDb((db) => db.getAll('drafts'));
  const drafts = (await Promise.all(stored.map(read))).flatMap((each) => each ?? []);
  return drafts.sort((a, b) => b.changedAt.localeCompare(a.changedAt));
}

async function read(stored: Stored): Promise<Draft | undefined> {
  return Draft.safeParse(await draftShelf.read(stored)).data;
}

/** Removes the keys of what is no draft any more: sent, deleted or forgotten. */
export const forgetOldDrafts = draftShelf.forgetOld;

/** Takes a draft off this phone; given the `revision` that is no longer needed, nothing that was saved after it. */
export async function deleteDraft(id: string, revision = Number.POSITIVE_INFINITY): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction('drafts', 'readwrite', strict);
    const stored = await trx.store.get(id);
    const isNewer = stored !== undefined && stored.revision > revision;
    await Promise.all([isNewer ? undefined : trx.store.delete(id), trx.done]);
  });
  await forgetOldDrafts();
  announceChange('drafts');
}

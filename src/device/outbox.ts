import * as z from 'zod/mini';
import type { Receipt } from '../domain/api.ts';
import { Instant } from '../domain/dates.ts';
import { FollowKey, Sha256 } from '../domain/keys.ts';
import type { PictureKey } from '../domain/picture-key.ts';
import { type Kind, SubmissionId, type Voice } from '../domain/submission.ts';
import { announceChange } from './changes.ts';
import { strict, withDb } from './db.ts';
import type { Draft } from './drafts.ts';

/** Something on its way to the council, in the very bytes that will be sent. */
export const OutboxItem = z.object({
  id: SubmissionId,
  /** SHA-256 of the body: what the receipt must echo. With the id it is the item's key, so other content is another item. */
  digest: Sha256,
  form: z.literal('plain'),
  body: z.string(),
  followKey: FollowKey,
  /** SHA-256 of the key when this phone may deliver but not read: the key itself is with the child. */
  deposit: z.optional(Sha256),
  queuedAt: Instant,
  attempts: z.int(),
  /** Not to be tried by itself before this moment, in milliseconds since 1970 on the phone's own clock. */
  notBefore: z.number(),
  /** The council's server named that moment: it is busy, and only the person may press on. */
  isAskedToWait: z.optional(z.boolean()),
  /** The code with which the council refused it for good. It is kept, and shown with a next step. */
  refused: z.optional(z.string()),
});
export type OutboxItem = z.infer<typeof OutboxItem>;

/** The person's words as they leave the phone. */
export interface Parcel {
  body: string;
  digest: string;
  kind: Kind;
  voice?: Voice | undefined;
  /** The pictures by which the person comes back. They never stand in the body, which is kept as it came. */
  pictureKey?: PictureKey | undefined;
  /** A helper follows with a key of their own; the one in the draft is the child's. */
  helper?: { followKey: FollowKey; deposit: string; label: string } | undefined;
}

/**
 * Sends: puts the parcel into the outbox with its receipt-to-be and takes the draft away, all of it or nothing, and
 * on the disk when this resolves. Gives `draft-changed`, with nothing done, when the draft has been saved since.
 * A draft that is gone was sent by another tab: this one's words go as well, and the council keeps both.
 */
export async function enqueue(draft: Draft, parcel: Parcel, now: Instant): Promise<'queued' | 'draft-changed'> {
  const { id, followKey } = draft;
  const { body, digest, kind, voice, helper, pictureKey } = parcel;
  const { deposit } = draft;
  const item: OutboxItem = {
    ...{ id, digest, form: 'plain', body, followKey, queuedAt: now, attempts: 0, notBefore: 0 },
    ...(deposit && { deposit }),
  };
  const outcome = await withDb(async (db) => {
    const trx = db.transaction(['drafts', 'outbox', 'sent'], 'readwrite', strict);
    const [stored, sent] = await Promise.all([trx.objectStore('drafts').get(id), trx.objectStore('sent').get(id)]);
    if (stored && stored.revision !== draft.revision) {
      trx.abort();
      await trx.done.catch(() => undefined);
      return 'draft-changed' as const;
    }
    await Promise.all([
      trx.objectStore('outbox').put(item),
      // What is known already stays: a child's key that was let go of does not come back.
      trx.objectStore('sent').put(
        sent ?? {
          ...{ id, followKey, kind, queuedAt: now },
          ...(voice && { voice }),
          ...(pictureKey && { pictureKey }),
          ...(deposit && { deposit }),
          ...(helper && { ...helper, childKey: followKey }),
        },
      ),
      trx.objectStore('drafts').delete(id),
      trx.done,
    ]);
    return 'queued' as const;
  });
  if (outcome === 'queued') for (const kept of ['drafts', 'outbox', 'sent'] as const) announceChange(kept);
  return outcome;
}

/** Everything that is still on this phone, the oldest first. */
export async function listOutbox(): Promise<OutboxItem[]> {
  const stored = await withDb((db) => db.getAll('outbox'));
  const items = stored.flatMap((each) => OutboxItem.safeParse(each).data ?? []);
  return items.sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
}

/** Notes that an item is to be tried again later. One that was settled meanwhile stays settled. */
export function postpone(item: OutboxItem, notBefore: number, isAskedToWait: boolean): Promise<void> {
  return change(item, ({ refused: _, ...stored }) => ({
    ...stored,
    attempts: stored.attempts + 1,
    notBefore,
    isAskedToWait,
  }));
}

/** Notes that the council refused an item for good. */
export function markRefused(item: OutboxItem, code: string): Promise<void> {
  return change(item, (stored) => ({ ...stored, attempts: stored.attempts + 1, refused: code }));
}

/** The council has it: its receipt is kept and the item goes, in one step. */
export async function settle(item: OutboxItem, receipt: Receipt): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction(['outbox', 'sent'], 'readwrite', strict);
    const sent = await trx.objectStore('sent').get(item.id);
    await Promise.all([
      trx.objectStore('outbox').delete([item.id, item.digest]),
      // Without an entry the person has asked this phone to forget it; then it stays forgotten.
      sent && trx.objectStore('sent').put({ ...sent, receipt }),
      trx.done,
    ]);
  });
  announceChange('outbox');
  announceChange('sent');
}

async function change(item: OutboxItem, to: (stored: OutboxItem) => OutboxItem): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction('outbox', 'readwrite', strict);
    const stored = await trx.store.get([item.id, item.digest]);
    await Promise.all([stored && trx.store.put(to(stored)), trx.done]);
  });
  announceChange('outbox');
}

import * as z from 'zod/mini';
import type { Receipt } from '../domain/api.ts';
import { Instant } from '../domain/dates.ts';
import { FollowKey, Sha256 } from '../domain/keys.ts';
import type { PictureKey } from '../domain/picture-key.ts';
import { mayBeTakenLater } from '../domain/problem-here.ts';
import { type Kind, SubmissionId, type Voice } from '../domain/submission.ts';
import { announceChange } from './changes.ts';
import { strict, withDb } from './db.ts';
import { type Draft, forgetOldDrafts } from './drafts.ts';
import { hasLainOpen } from './hidden.ts';
import type { LastSaid } from './last-said.ts';
import { type SentRow, withoutSteps } from './sent.ts';
import { keepLabel, keepTold } from './told.ts';

/** Something on its way to the council, in the very bytes that will be sent. */
export const OutboxItem = z.object({
  id: SubmissionId,
  /** SHA-256 of the body: what the receipt must echo. With the id it is the item's key, so other content is another item. */
  digest: Sha256,
  /** `sealed`: a JWE to the council's key, which nobody opens on this phone. */
  form: z.enum(['plain', 'sealed']),
  body: z.string(),
  /** None of what is carried for somebody: it never left their phone. */
  followKey: z.optional(FollowKey),
  /** SHA-256 of the key when this phone may deliver but not read: the key itself is with the child, or on their phone. */
  deposit: z.optional(Sha256),
  queuedAt: Instant,
  attempts: z.int(),
  /** Not to be tried by itself before this moment, in milliseconds since 1970 on the phone's own clock. */
  notBefore: z.number(),
  /** The council's server named that moment: it is busy, and only the person may press on. */
  isAskedToWait: z.optional(z.boolean()),
  /** The code with which the council refused it for good. It is kept, and shown with a next step. */
  refused: z.optional(z.string()),
  /** The council has what was said after it. Coming by itself now it would count as the last word. */
  isOvertaken: z.optional(z.boolean()),
});
export type OutboxItem = z.infer<typeof OutboxItem>;

/** The person's words as they leave the phone. */
export interface Parcel {
  form: OutboxItem['form'];
  body: string;
  digest: string;
  kind: Kind;
  voice?: Voice | undefined;
  /** The pictures by which the person comes back. They never stand in the body, which is kept as it came. */
  pictureKey?: PictureKey | undefined;
  /** What this phone may remember of it. */
  lastSaid?: LastSaid | undefined;
  /** A helper follows with a key of their own; the one in the draft is the child's. `label`: whom it is about. */
  helper?: { followKey: FollowKey; deposit: string; label: string } | undefined;
  /** The questions kept for when nobody helps, and those that this says of which were kept before. Never in the body. */
  later?: { kept: readonly string[]; said: readonly string[] } | undefined;
}

/**
 * Sends: puts the parcel into the outbox with its receipt-to-be and takes the draft away, all of it or nothing, and
 * on the disk when this resolves. The draft's key goes after it, and the label, which lies hidden, is kept: should that
 * fail, a helper sees it without a name. Gives `draft-changed`, with nothing done, when the draft has been saved since.
 * A draft that is gone was sent by another tab: this one's words go as well, and the council keeps both.
 */
export async function enqueue(draft: Draft, parcel: Parcel, now: Instant): Promise<'queued' | 'draft-changed'> {
  const { id, followKey } = draft;
  const { form, body, digest, kind, voice, helper, pictureKey, later, lastSaid } = parcel;
  const { label, ...helperKeys } = helper ?? {};
  const { deposit } = draft;
  const item: OutboxItem = {
    ...{ id, digest, form, body, followKey, queuedAt: now, attempts: 0, notBefore: 0 },
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
      trx.objectStore('sent').put({
        ...(sent ?? {
          ...{ id, followKey, kind, queuedAt: now },
          ...(voice && { voice }),
          ...(pictureKey && { pictureKey }),
          ...(deposit && { deposit }),
          ...(helper && { ...helperKeys, childKey: followKey }),
        }),
        ...sealedIn(sent, form === 'sealed' && !(stored && hasLainOpen(stored))),
        ...laterIn(sent, later),
        ...(lastSaid && { lastSaid: { ...sent?.lastSaid, ...lastSaid } }),
      }),
      trx.objectStore('drafts').delete(id),
      trx.done,
    ]);
    return 'queued' as const;
  });
  if (outcome !== 'queued') return outcome;
  await Promise.all([forgetOldDrafts(), label && keepLabel(id, label).catch(() => undefined)]);
  for (const kept of ['drafts', 'outbox', 'sent'] as const) announceChange(kept);
  return outcome;
}

// Only if nothing of it, of all that was ever said from here and from its first word on, lies open on this phone.
function sealedIn(sent: SentRow | undefined, isSealed: boolean): Pick<SentRow, 'isSealed'> {
  if (!sent) return isSealed ? { isSealed } : {};
  return sent.isSealed ? { isSealed } : {};
}

function laterIn(sent: SentRow | undefined, later: Parcel['later']): Pick<SentRow, 'later'> {
  const before = sent?.later?.filter((name) => !later?.said.includes(name)) ?? [];
  const kept = [...new Set([...before, ...(later?.kept ?? [])])];
  return sent?.later || kept.length > 0 ? { later: kept } : {};
}

/** Everything that is still on this phone, the oldest first. */
export async function listOutbox(): Promise<OutboxItem[]> {
  const stored = await withDb((db) => db.getAll('outbox'));
  const items = stored.flatMap((each) => OutboxItem.safeParse(each).data ?? []);
  return items.sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
}

/**
 * Notes that an item is to be tried again later. One that was settled meanwhile stays settled, and what the council
 * has no key for is shown as that until it says otherwise.
 */
export function postpone(item: OutboxItem, notBefore: number, isAskedToWait: boolean): Promise<void> {
  return change(item, ({ refused, ...stored }) => ({
    ...stored,
    ...(refused === mayBeTakenLater && { refused }),
    attempts: stored.attempts + 1,
    notBefore,
    isAskedToWait,
  }));
}

/** Between two tries by itself of what the council has no key for, in milliseconds. */
const nowAndThen = 15 * 60_000;

/** Notes that the council refused an item for good. */
export function markRefused(item: OutboxItem, code: string): Promise<void> {
  const later = code === mayBeTakenLater && { notBefore: Date.now() + nowAndThen };
  return change(item, (stored) => ({ ...stored, attempts: stored.attempts + 1, refused: code, ...later }));
}

/** Refused, but worth another try without anybody asking for it. */
export function maySoonBeTaken({ refused, isOvertaken }: OutboxItem): boolean {
  return refused === mayBeTakenLater && !isOvertaken;
}

/** The council has this: what was refused before it goes only when the person asks. */
export async function leaveBehind({ id, queuedAt }: OutboxItem): Promise<void> {
  for (const each of await listOutbox())
    if (each.id === id && each.queuedAt < queuedAt && maySoonBeTaken(each))
      await change(each, (stored) => ({ ...stored, isOvertaken: true }));
}

/**
 * The council has it: its receipt is kept and the item goes, in one step. The steps in the receipt, which lie hidden,
 * are kept after it; should that fail, they come with the next answer.
 */
export async function settle(item: OutboxItem, receipt: Receipt): Promise<void> {
  await leaveBehind(item);
  await withDb(async (db) => {
    const trx = db.transaction(['outbox', 'sent'], 'readwrite', strict);
    const sent = await trx.objectStore('sent').get(item.id);
    await Promise.all([
      trx.objectStore('outbox').delete([item.id, item.digest]),
      // Without an entry the person has asked this phone to forget it; then it stays forgotten.
      sent && trx.objectStore('sent').put({ ...sent, receipt: withoutSteps(receipt) }),
      trx.done,
    ]);
  });
  await keepTold(item.id, { timeline: receipt.timeline }).catch(() => undefined);
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

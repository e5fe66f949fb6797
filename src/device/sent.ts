import * as z from 'zod/mini';
import { ReceiptHere, type Status, StatusHere } from '../domain/api.ts';
import { Instant } from '../domain/dates.ts';
import { FollowKey, Sha256 } from '../domain/keys.ts';
import { PictureKey } from '../domain/picture-key.ts';
import { Kind, SubmissionId, Voice } from '../domain/submission.ts';
import { announceChange } from './changes.ts';
import { strict, withDb } from './db.ts';

/**
 * What this device knows of something that was sent from here, or is followed from here with its key: never the
 * words, only how it goes.
 */
export const Sent = z.object({
  id: SubmissionId,
  /** What this device follows it with; on a helper's phone a key of the helper's own. */
  followKey: FollowKey,
  kind: Kind,
  voice: z.optional(Voice),
  /** Whom it is about, as a helper calls them. Kept here alone, to tell one child from the next. */
  label: z.optional(z.string()),
  /** The child's own key, on a helper's phone, until the child has it. */
  childKey: z.optional(FollowKey),
  /** Its SHA-256: with it a helper may say more, and never read. */
  deposit: z.optional(Sha256),
  /** The pictures by which the person, or on a helper's phone the child, comes back from any phone. */
  pictureKey: z.optional(PictureKey),
  /** The council knows these pictures. */
  arePicturesKnown: z.optional(z.boolean()),
  /** When it was sent from here; when the council got it, if it was sent from elsewhere. */
  queuedAt: Instant,
  /** Only once the council has it, and only where it was sent. */
  receipt: z.optional(ReceiptHere),
  /** The council's last answer to "what is happening?". */
  status: z.optional(StatusHere),
  /** The child has ended the way by which this device looked. What was last known stays. */
  isEnded: z.optional(z.boolean()),
});
export type Sent = z.infer<typeof Sent>;

/** The council has it, by its own receipt or its own answer. */
export function isWithCouncil({ receipt, status }: Sent): boolean {
  return Boolean(receipt ?? status);
}

/** Everything sent or followed from this device, the newest first. */
export async function listSent(): Promise<Sent[]> {
  const stored = await withDb((db) => db.getAll('sent'));
  const sent = stored.flatMap((each) => Sent.safeParse(each).data ?? []);
  return sent.sort((a, b) => b.queuedAt.localeCompare(a.queuedAt));
}

/** Keeps the council's last answer, for when there is no network. */
export async function keepStatus(id: string, status: Status): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction('sent', 'readwrite', strict);
    const sent = await trx.store.get(id);
    await Promise.all([sent && trx.store.put({ ...sent, status }), trx.done]);
  });
  announceChange('sent');
}

/** Notes that this device may look no longer. */
export async function keepEnded(id: string): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction('sent', 'readwrite', strict);
    const sent = await trx.store.get(id);
    await Promise.all([sent && trx.store.put({ ...sent, isEnded: true }), trx.done]);
  });
  announceChange('sent');
}

/** The child has their key now: it goes from the helper's phone, and what still waits here goes with its hash. */
export async function letGoOfChildKey(id: string): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction(['sent', 'outbox'], 'readwrite', strict);
    const [store, outbox] = [trx.objectStore('sent'), trx.objectStore('outbox')];
    const [sent, waiting] = await Promise.all([store.get(id), outbox.getAll(IDBKeyRange.bound([id], [id, []]))]);
    if (!sent) return;
    const { childKey: _, pictureKey: __, ...rest } = sent;
    const { followKey, deposit } = sent;
    const carried = deposit ? waiting.map((item) => outbox.put({ ...item, followKey, deposit })) : [];
    await Promise.all([store.put(rest), ...carried, trx.done]);
  });
  announceChange('outbox');
  announceChange('sent');
}

/** The council knows the pictures by which this is come back to; with `pictureKey`, that they are these. */
export async function keepPicturesKnown(id: string, pictureKey?: PictureKey): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction('sent', 'readwrite', strict);
    const sent = await trx.store.get(id);
    const known = { ...(pictureKey && { pictureKey }), arePicturesKnown: true };
    await Promise.all([sent && trx.store.put({ ...sent, ...known }), trx.done]);
  });
  announceChange('sent');
}

/** Takes the pictures off this phone. The council still knows them. */
export async function forgetPictures(id: string): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction('sent', 'readwrite', strict);
    const { pictureKey: _, ...sent } = (await trx.store.get(id)) ?? {};
    await Promise.all(['id' in sent && trx.store.put(sent), trx.done]);
  });
  announceChange('sent');
}

/** Follows from this device too what its key has shown to be with the council, or renews what is known of it. */
export async function adopt(followKey: FollowKey, status: Status): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction('sent', 'readwrite', strict);
    const here = await trx.store.get(status.id);
    await Promise.all([trx.store.put(followed(here, followKey, status)), trx.done]);
  });
  announceChange('sent');
}

/**
 * A person's own key takes the place of a helper's, for it shows more and may say more; never the other way. On the
 * phone from which a helper sent it the helper's stays: what only the child may read is not kept there.
 */
function followed(here: Sent | undefined, followKey: FollowKey, status: Status): Sent {
  const { id, kind, receivedAt: queuedAt, holder } = status;
  const anew = { id, followKey, kind, queuedAt, status };
  if (!here) return anew;
  const { isEnded, ...known } = here;
  if (here.followKey === followKey) return { ...known, status };
  const isHelpers = here.deposit !== undefined || here.status?.holder === 'helper';
  // The child has let the helper in again, with another key.
  if (isHelpers && isEnded && holder === 'helper') return { ...known, followKey, status };
  if (isHelpers && holder !== 'helper') return here.deposit ? here : anew;
  return !isHelpers && holder === 'helper' ? here : { ...here, status };
}

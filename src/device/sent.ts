import * as z from 'zod/mini';
import { Holder, Receipt, type ReceiptHere, type Status, StatusHere } from '../domain/api.ts';
import { Instant, IsoDate, londonDate } from '../domain/dates.ts';
import { FollowKey, Sha256 } from '../domain/keys.ts';
import { PictureKey } from '../domain/picture-key.ts';
import { StepsKnownHere } from '../domain/steps.ts';
import { Kind, SubmissionId, Voice } from '../domain/submission.ts';
import { isCarried } from './carried.ts';
import { announceChange } from './changes.ts';
import { strict, withDb } from './db.ts';
import { LastSaid } from './last-said.ts';
import { keepLabel, keepTold, listTold, type Told } from './told.ts';

/**
 * One thing that was sent from here, or is followed from here with its key, as it stands in the store: never the words,
 * and whom it is about and what the council tells of it only in the rows of an app of before (see `told.ts`).
 */
const SentRow = z.object({
  id: SubmissionId,
  /** What this device follows it with; on a helper's phone a key of the helper's own. */
  followKey: FollowKey,
  kind: Kind,
  voice: z.optional(Voice),
  /** Whom it is about, as a helper calls them. */
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
  /** Nobody reads on this phone what was sent from it: it was sealed, and what was typed lay nowhere open. */
  isSealed: z.optional(z.boolean()),
  /** Only once the council has it, and only where it was sent. */
  receipt: z.optional(z.extend(Receipt, { timeline: z.optional(StepsKnownHere) })),
  /** Whose key it is, by the council's answer: where there is none, it has not answered yet. */
  holder: z.optional(Holder),
  status: z.optional(StatusHere),
  askedOn: z.optional(IsoDate),
  /** What was last said from here, as far as this phone remembers it. */
  lastSaid: z.optional(LastSaid),
  /** The child has ended the way by which this device looked. What was last known stays. */
  isEnded: z.optional(z.boolean()),
  /** The questions that were kept for when nobody helps. On this phone alone. */
  later: z.optional(z.array(z.string())),
  /** Kept only until it has gone whole, and shown to nobody: see `lock-forget.ts`. */
  isLetGo: z.optional(z.boolean()),
});
export type SentRow = z.infer<typeof SentRow>;

/** The same with what the council has told of it, as far as that may be read now. */
export interface Sent extends SentRow {
  receipt?: z.infer<typeof ReceiptHere> | undefined;
}

/** The council has it, by its own receipt or its own answer. */
export function isWithCouncil({ receipt, holder }: Sent): boolean {
  return Boolean(receipt ?? holder);
}

/** Everything sent or followed from this device, the newest first. */
export async function listSent(): Promise<Sent[]> {
  return (await listSentAndLetGo()).filter(({ isLetGo }) => !isLetGo);
}

/** With what this phone only keeps until it has gone. */
export async function listSentAndLetGo(): Promise<Sent[]> {
  const [stored, told] = await Promise.all([withDb((db) => db.getAll('sent')), listTold()]);
  const rows = stored.flatMap((each) => SentRow.safeParse(each).data ?? []);
  const sent = rows.map((row) => withTold(row, told.get(row.id)));
  return sent.sort((a, b) => b.queuedAt.localeCompare(a.queuedAt));
}

function withTold(
  { receipt, holder, ...row }: SentRow,
  { status, askedOn, timeline, label = row.label }: Partial<Told> = {},
): Sent {
  const isHeard = holder ?? holderIn(row);
  return {
    ...row,
    ...(label && { label }),
    ...(receipt && { receipt: { ...receipt, timeline: timeline ?? receipt.timeline ?? [] } }),
    ...(isHeard && { holder: isHeard }),
    ...(status && { status, ...(askedOn && { askedOn }) }),
  };
}

// A server that is older than this does not say, and knows nobody but the person.
function holderIn({ status }: { status?: Status | undefined }): SentRow['holder'] {
  return status && (status.holder ?? 'person');
}

/** A receipt as it stands in a row. */
export function withoutSteps({ timeline: _, ...receipt }: NonNullable<SentRow['receipt']>): SentRow['receipt'] {
  return receipt;
}

function withoutTold({ status: _, askedOn: __, receipt, ...row }: SentRow): SentRow {
  return { ...row, ...(receipt && { receipt: withoutSteps(receipt) }) };
}

/** Keeps the council's last answer, for when there is no network. */
export async function keepStatus(id: string, status: Status): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction(['sent', 'outbox'], 'readwrite', strict);
    const [store, outbox] = [trx.objectStore('sent'), trx.objectStore('outbox')];
    const [sent, waiting] = await Promise.all([store.get(id), outbox.count(IDBKeyRange.bound([id], [id, []]))]);
    const holder = holderIn({ status });
    const heard = sent && { ...withoutTold(sent), ...(holder && { holder }), ...lastSaidSince(sent, status, waiting) };
    await Promise.all([heard && store.put(heard), trx.done]);
  });
  await keepTold(id, { status, askedOn: todayHere() });
  announceChange('sent');
}

/** Hides whom it is about in the rows of an app of before. It is hidden first, and then taken out of the open. */
export async function hideLabelsOfBefore(): Promise<void> {
  const stored = await withDb((db) => db.getAll('sent'));
  for (const { id, label } of stored) {
    if (label === undefined) continue;
    if (label) await keepLabel(id, label);
    await withDb(async (db) => {
      const trx = db.transaction('sent', 'readwrite', strict);
      const { label: _, ...present } = (await trx.store.get(id)) ?? {};
      await Promise.all(['id' in present && trx.store.put(present), trx.done]);
    });
  }
}

/** Hides what an app of before has left in its rows. */
export async function hideAnswersOfBefore(): Promise<void> {
  await hideLabelsOfBefore();
  const stored = await withDb((db) => db.getAll('sent'));
  for (const row of stored) {
    const { id, status, askedOn, receipt } = SentRow.safeParse(row).data ?? row;
    if (!status && !receipt?.timeline) continue;
    const timeline = receipt?.timeline;
    await keepTold(id, { ...(status && { status, askedOn }), ...(timeline && { timeline }) });
    await withDb(async (db) => {
      const trx = db.transaction('sent', 'readwrite', strict);
      const present = await trx.store.get(id);
      const holder = present?.holder ?? holderIn({ status });
      await Promise.all([present && trx.store.put({ ...withoutTold(present), ...(holder && { holder }) }), trx.done]);
    });
  }
}

// It may have been changed from another phone since. What still waits here is the newest.
function lastSaidSince({ lastSaid }: SentRow, { mayTell }: Status, waiting: number): Pick<SentRow, 'lastSaid'> {
  return lastSaid?.mayTell && mayTell && waiting === 0 ? { lastSaid: { ...lastSaid, mayTell } } : {};
}

function todayHere(): IsoDate {
  return londonDate(new Date().toISOString());
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
    const own = waiting.filter((item) => !isCarried(item));
    const carried = deposit ? own.map((item) => outbox.put({ ...item, followKey, deposit })) : [];
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
  const isTold = await withDb(async (db) => {
    const trx = db.transaction('sent', 'readwrite', strict);
    const here = await trx.store.get(status.id);
    const { row, isHeard } = followed(here, followKey, status);
    await Promise.all([trx.store.put(row), trx.done]);
    return isHeard;
  });
  if (isTold) await keepTold(status.id, { status, askedOn: todayHere() });
  announceChange('sent');
}

/**
 * A person's own key takes the place of a helper's, for it shows more and may say more; never the other way. On the
 * phone from which a helper sent it the helper's stays: what only the child may read is not kept there.
 */
function followed(here: SentRow | undefined, followKey: FollowKey, status: Status): { row: SentRow; isHeard: boolean } {
  const { id, kind, receivedAt: queuedAt } = status;
  const holder = holderIn({ status });
  const anew = { row: { id, followKey, kind, queuedAt, holder }, isHeard: true };
  if (!here || here.isLetGo) return anew;
  const kept = withoutTold(here);
  const { isEnded, ...known } = kept;
  if (here.followKey === followKey) return { row: { ...known, holder }, isHeard: true };
  const isHelpers = here.deposit !== undefined || (here.holder ?? holderIn(here)) === 'helper';
  // The child has let the helper in again, with another key.
  if (isHelpers && isEnded && holder === 'helper') return { row: { ...known, followKey, holder }, isHeard: true };
  if (isHelpers && holder !== 'helper') return here.deposit ? { row: here, isHeard: false } : anew;
  if (!isHelpers && holder === 'helper') return { row: here, isHeard: false };
  return { row: { ...kept, holder }, isHeard: true };
}

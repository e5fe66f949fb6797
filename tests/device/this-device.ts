import { deleteDB, openDB, type StoreNames } from 'idb';
import { closeDb, type HeardSchema } from '../../src/device/db.ts';
import { type Draft, newDraft } from '../../src/device/drafts.ts';
import { reveal, type Stored } from '../../src/device/hidden.ts';
import { keysIn } from '../../src/device/hiding-keys.ts';
import { sha256 } from '../../src/device/keys.ts';
import { enqueue, listOutbox, type OutboxItem, type Parcel } from '../../src/device/outbox.ts';
import { seal } from '../../src/device/seal.ts';
import type { Receipt, Status } from '../../src/domain/api.ts';
import { councilKey } from './council-key.ts';

export const now = '2026-11-20T10:00:00.000Z';
export const later = '2026-11-20T11:00:00.000Z';

/** Makes this browser a phone that has never been here. Waits until nobody holds the database any more. */
export async function forgetEverything(): Promise<void> {
  await closeDb();
  await deleteDB('heard');
}

export function aDraft(part: Partial<Draft> = {}): Draft {
  return { ...newDraft('words', ['who'], now), answers: { kind: 'complaint', words: 'Some words.' }, ...part };
}

export async function aParcel(words = 'Some words.'): Promise<Parcel> {
  const body = JSON.stringify({ version: 1, kind: 'complaint', words });
  return { form: 'plain', body, digest: await sha256(body), kind: 'complaint' };
}

/** The same as it leaves a phone that knows the council's key. */
export async function aSealedParcel({ id, followKey }: Draft, words = 'Some words.'): Promise<Parcel> {
  const plain = await aParcel(words);
  const body = await seal(plain.body, councilKey.key, { id, deposit: await sha256(followKey) });
  return { ...plain, form: 'sealed', body, digest: await sha256(body) };
}

/** What was said from this phone, as it waits: with its own key. */
export type OwnItem = OutboxItem & { followKey: string };

/** Puts something into the outbox, and gives it as it lies there. */
export async function queued(words = 'Some words.', at = now, draft = aDraft()): Promise<OwnItem> {
  return queuedAs(await aParcel(words), at, draft);
}

/** The same, sealed to the council's key. */
export async function queuedSealed(words = 'Some words.', at = now, draft = aDraft()): Promise<OwnItem> {
  return queuedAs(await aSealedParcel(draft, words), at, draft);
}

async function queuedAs(parcel: Parcel, at: string, draft: Draft): Promise<OwnItem> {
  await enqueue(draft, parcel, at);
  const item = (await listOutbox()).find(({ id, digest }) => id === draft.id && digest === parcel.digest);
  if (!item) throw new Error('It is not in the outbox.');
  return { ...item, followKey: draft.followKey };
}

export function receiptFor({ id, digest }: Pick<OutboxItem, 'id' | 'digest'>): Receipt {
  return {
    id,
    digest,
    reference: 'H-1234-AB',
    receivedAt: later,
    timeline: [{ step: 'acknowledge', state: 'next', certain: true, due: '2026-11-25' }],
  };
}

/** The council's answer to "what is happening?". */
export function statusOf(id: string, part: Partial<Status> = {}): Status {
  return {
    id,
    reference: 'H-1234-AB',
    kind: 'comment',
    receivedAt: later,
    asOf: '2026-11-24',
    route: null,
    timeline: [{ step: 'pass-on', state: 'next', certain: true, due: '2026-11-25' }],
    letters: [],
    ...part,
  };
}

type Store = StoreNames<HeardSchema>;

/** What stands hidden in a store, as it is under its key, past the app. */
export function revealed(stored: unknown, store: 'drafts' | 'told' = 'drafts'): Promise<unknown> {
  return reveal(stored as Stored, keysIn(store === 'told' ? 'told-keys' : 'draft-keys'));
}

/** Everything in one store, past the app, through a connection of its own; what is hidden as it is under its keys. */
export async function lyingIn(store: Store): Promise<unknown[]> {
  const all = await lyingAsIs(store);
  return store === 'drafts' || store === 'told' ? Promise.all(all.map((each) => revealed(each, store))) : all;
}

/** The same as it truly lies there. */
export async function lyingAsIs(store: Store): Promise<unknown[]> {
  const db = await openDB('heard');
  const all = await db.getAll(store);
  db.close();
  return all;
}

/** Puts anything into a store, past the app. */
export async function layInto(store: 'drafts' | 'outbox' | 'sent', thing: unknown): Promise<void> {
  // The app's own opening makes the stores.
  await listOutbox();
  const db = await openDB('heard');
  await db.put(store, thing);
  db.close();
}

/**
 * Makes the browser refuse the app its storage: a newer version of the database is there, as after an update in
 * another tab. Gives the function that ends it, with everything forgotten.
 */
export async function refuseStorage(): Promise<() => Promise<void>> {
  const newer = await openDB('heard', 1_000);
  return async () => {
    newer.close();
    await forgetEverything();
  };
}

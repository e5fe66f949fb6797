import { deleteDB, openDB } from 'idb';
import { closeDb } from '../../src/device/db.ts';
import { type Draft, newDraft } from '../../src/device/drafts.ts';
import { sha256 } from '../../src/device/keys.ts';
import { enqueue, listOutbox, type OutboxItem, type Parcel } from '../../src/device/outbox.ts';
import type { Receipt } from '../../src/domain/api.ts';

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
  return { body, digest: await sha256(body), kind: 'complaint' };
}

/** Puts something into the outbox, and gives it as it lies there. */
export async function queued(words = 'Some words.', at = now, draft = aDraft()): Promise<OutboxItem> {
  const parcel = await aParcel(words);
  await enqueue(draft, parcel, at);
  const item = (await listOutbox()).find(({ id, digest }) => id === draft.id && digest === parcel.digest);
  if (!item) throw new Error('It is not in the outbox.');
  return item;
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

/** Everything in one store, past the app, through a connection of its own. */
export async function lyingIn(store: 'drafts' | 'outbox' | 'sent'): Promise<unknown[]> {
  const db = await openDB('heard');
  const all = await db.getAll(store);
  db.close();
  return all;
}

/** Puts anything into a store, past the app. */
export async function layInto(store: 'drafts' | 'outbox' | 'sent', thing: unknown): Promise<void> {
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

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Draft } from './drafts.ts';
import type { OutboxItem } from './outbox.ts';
import type { Sent } from './sent.ts';
import type { HelperHere } from './who-helps.ts';

/** What this device remembers, in its one database: drafts, what waits to be sent, what was sent, and who helps. */
export interface HeardSchema extends DBSchema {
  drafts: { key: string; value: Draft };
  outbox: { key: [id: string, digest: string]; value: OutboxItem };
  sent: { key: string; value: Sent };
  helper: { key: string; value: HelperHere };
}

export type HeardDb = IDBPDatabase<HeardSchema>;

export const databaseName = 'heard';
const version = 2;

/** Written to the disk before it is called done. Costs under a millisecond, and a phone's battery may die in the next. */
export const strict: IDBTransactionOptions = { durability: 'strict' };

let opened: Promise<HeardDb> | undefined;

/**
 * Does something with the database. Safari loses its connection now and then while the page sleeps
 * (https://bugs.webkit.org/show_bug.cgi?id=197050); retrying on the lost connection never works, a new one does.
 */
export async function withDb<Result>(work: (db: HeardDb) => Promise<Result>): Promise<Result> {
  try {
    return await work(await open());
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
    forgetConnection();
    return work(await open());
  }
}

/** Ends the connection, so that the database may be deleted or opened by a newer version. */
export async function closeDb(): Promise<void> {
  const db = await opened?.catch(() => undefined);
  forgetConnection();
  db?.close();
}

function open(): Promise<HeardDb> {
  opened ??= openDB<HeardSchema>(databaseName, version, {
    upgrade(db, oldVersion) {
      if (oldVersion < 1) {
        db.createObjectStore('drafts', { keyPath: 'id' });
        db.createObjectStore('outbox', { keyPath: ['id', 'digest'] });
        db.createObjectStore('sent', { keyPath: 'id' });
      }
      if (oldVersion < 2) db.createObjectStore('helper');
    },
    // A newer version of the app waits in another tab: make way, and open again at the next use.
    blocking: () => void closeDb(),
    terminated: forgetConnection,
  }).catch((error: unknown) => {
    forgetConnection();
    throw error;
  });
  return opened;
}

function forgetConnection(): void {
  opened = undefined;
}

function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  if (error.name === 'InvalidStateError') return true;
  return error.name === 'UnknownError' && /connection/i.test(error.message);
}

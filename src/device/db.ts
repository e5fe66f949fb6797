import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Carried } from './carried.ts';
import { announceChange } from './changes.ts';
import type { Stored } from './hidden.ts';
import type { Lock } from './lock.ts';
import type { OutboxItem } from './outbox.ts';
import type { SentRow } from './sent.ts';
import type { HelperHere } from './who-helps.ts';

/**
 * What this device remembers, in its one database: drafts, what waits to be sent, what was
 * sent, what the council told of it, who helps, a lock, what is carried for others.
 */
export interface HeardSchema extends DBSchema {
  drafts: { key: string; value: Stored };
  outbox: { key: [id: string, digest: string]; value: OutboxItem };
  sent: { key: string; value: SentRow };
  told: { key: string; value: Stored };
  helper: { key: string; value: HelperHere };
  lock: { key: string; value: Lock };
  carried: { key: string; value: Carried };
}

export type HeardDb = IDBPDatabase<HeardSchema>;

export const databaseName = 'heard';
const version = 5;

/** Written to the disk before it is called done. Costs under a millisecond, and a phone's battery may die in the next. */
export const strict: IDBTransactionOptions = { durability: 'strict' };

let opened: Promise<HeardDb> | undefined;

/**
 * Does something with the database. Safari loses its connection now and then while the page sleeps
 * (https://bugs.webkit.org/show_bug.cgi?id=197050); retrying on the lost connection never works, a new one does.
 */
export async function withDb<Result>(work: (db: HeardDb) => Promise<Result>): Promise<Result> {
  const connection = open();
  try {
    return await work(await connection);
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
    // Somebody else may have met the same, and have a new one already.
    if (opened === connection) forgetConnection();
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
      if (oldVersion < 3) db.createObjectStore('lock');
      if (oldVersion < 4) db.createObjectStore('carried', { keyPath: 'id' });
      if (oldVersion < 5) db.createObjectStore('told', { keyPath: 'id' });
    },
    // A newer version of the app waits in another tab, or all is about to be deleted: make way, and open again at the
    // next use.
    blocking(_, blockedVersion) {
      void closeDb().then(() => blockedVersion === null && sayThatAllIsGone());
    },
    terminated() {
      forgetConnection();
      sayThatAllIsGone();
    },
  }).catch((error: unknown) => {
    forgetConnection();
    throw error;
  });
  return opened;
}

// The browser throws away what was kept, at somebody's wish or its own: whoever shows any of it must look again.
function sayThatAllIsGone(): void {
  for (const kept of ['drafts', 'outbox', 'sent', 'carried'] as const) announceChange(kept);
}

function forgetConnection(): void {
  opened = undefined;
}

function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  if (error.name === 'InvalidStateError') return true;
  // Chromium aborts what is opened in the moment in which it throws the database away.
  return ['UnknownError', 'AbortError'].includes(error.name) && /connection/i.test(error.message);
}

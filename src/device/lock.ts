import * as z from 'zod/mini';
import { strict, withDb } from './db.ts';

/**
 * A lock on what was begun on this phone, for whoever wants one. Whatever is written is sealed to its public key, so
 * writing needs nothing; the private key, with which it is read, is wrapped with four pictures that only the person
 * knows. See docs/decisions/0026.
 */
export const Lock = z.object({
  id: z.string(),
  publicKey: z.object({ kty: z.string(), crv: z.string(), x: z.string(), y: z.string() }),
  /** The private key as a JWE that the pictures open. */
  wrapped: z.string(),
  /** How many tries went wrong since it was last opened. */
  wrong: z.int(),
  /** No try before this moment, in milliseconds since 1970 on the phone's own clock. */
  notBefore: z.number(),
});
export type Lock = z.infer<typeof Lock>;

/** Something as it lies on a phone with a lock: its id and how often it was saved, and nothing of what it says. */
export interface Sealed {
  id: string;
  revision: number;
  /** The id of the lock whose key opens it. */
  lock: string;
  /** All of it as JSON, in a JWE. */
  sealed: string;
}

/** There is one lock, under this name. */
export const only = 'lock';

export function isSealed(stored: object): stored is Sealed {
  return 'sealed' in stored;
}

export async function readLock(): Promise<Lock | undefined> {
  return Lock.safeParse(await withDb((db) => db.get('lock', only))).data;
}

/** Changes the lock that is there, in one step and on the disk. Gives what it became, or nothing when it is gone. */
export function changeLock(id: string, to: (lock: Lock) => Lock): Promise<Lock | undefined> {
  return withDb(async (db) => {
    const trx = db.transaction('lock', 'readwrite', strict);
    const lock = Lock.safeParse(await trx.store.get(only)).data;
    const changed = lock?.id === id ? to(lock) : undefined;
    await Promise.all([changed && trx.store.put(changed, only), trx.done]);
    return changed;
  });
}

export type LockState = 'none' | 'closed' | 'open';

/** What this page may read now. Only as long as it stands: the key is in its memory and nowhere else. */
export async function lockState(): Promise<LockState> {
  const lock = await readLock();
  if (!lock) return 'none';
  return keyOf(lock.id) ? 'open' : 'closed';
}

let opened: { lock: string; key: CryptoKey } | undefined;

export function keepOpen(lock: string, key: CryptoKey): void {
  opened = { lock, key };
}

/** This page reads nothing of it any more, and forgets what it has read. */
export function closeLock(): void {
  opened = undefined;
  for (const forget of forgetting) forget();
}

const forgetting = new Set<() => void>();

/** For what this page remembers beside what is kept: called when the lock closes. */
export function whenClosed(forget: () => void): void {
  forgetting.add(forget);
}

export function keyOf(lock: string): CryptoKey | undefined {
  return opened?.lock === lock ? opened.key : undefined;
}

import { announceChange } from './changes.ts';
import { strict, withDb } from './db.ts';
import type { Saved } from './hidden.ts';
import { closeLock, isSealed, keepOpen, keyOf, type Lock, only, readLock } from './lock.ts';
import { type Opening, openLock } from './lock-open.ts';
import { hideAnswersOfBefore } from './sent.ts';
import { draftShelf, forgetOldKeys, toldShelf } from './shelf.ts';

type Turn = (open: Saved) => Promise<Saved>;

/**
 * Sets a lock: every draft on this phone and all that the council has told is sealed in the place where it lay open, in
 * one transaction. This page may read it on.
 * Throws when there is a lock already, or the phone cannot keep it; everything is then as it was.
 */
export async function setLock(pictures: readonly number[]): Promise<void> {
  const { newLock, sealed } = await import('./lock-seal.ts');
  const { lock, key } = await newLock(pictures);
  await hideAnswersOfBefore();
  await rewrite(undefined, lock, (open) => (isSealed(open) ? Promise.resolve(open) : sealed(open, lock)));
  keepOpen(lock.id, key);
  announceAll();
}

/** Takes the lock off again, with its pictures: everything lies as before. */
export async function removeLock(pictures: readonly number[], now = Date.now): Promise<Opening> {
  const opening = await openLock(pictures, now);
  const lock = await readLock();
  const key = lock && keyOf(lock.id);
  if (opening.outcome !== 'opened' || !lock || !key) return opening;
  const { unsealed } = await import('./lock-seal.ts');
  // What this lock does not open is left as it is.
  await rewrite(lock.id, undefined, async (open) => (isSealed(open) ? ((await unsealed(open, key)) ?? open) : open));
  closeLock();
  announceAll();
  return opening;
}

// What lay here before lies no longer under any key that is left.
async function rewrite(before: string | undefined, after: Lock | undefined, turn: Turn): Promise<void> {
  await draftShelf.withNewKeys(() => toldShelf.withNewKeys(() => rewriteAll(before, after, turn)));
  await forgetOldKeys();
}

/** Rewrites all that lies hidden and the lock at once, and from the beginning when any of it was saved in between. */
async function rewriteAll(before: string | undefined, after: Lock | undefined, turn: Turn): Promise<void> {
  for (;;) {
    const [drafts, told] = await withDb((db) => Promise.all([db.getAll('drafts'), db.getAll('told')]));
    const turned = await Promise.all([
      Promise.all(drafts.map((each) => draftShelf.turned(each, turn))),
      Promise.all(told.map((each) => toldShelf.turned(each, turn))),
    ]);
    const isDone = await withDb(async (db) => {
      const trx = db.transaction(['drafts', 'told', 'lock'], 'readwrite', strict);
      const [rows, toldRows, locks] = [trx.objectStore('drafts'), trx.objectStore('told'), trx.objectStore('lock')];
      const [present, toldPresent, lock] = await Promise.all([rows.getAll(), toldRows.getAll(), locks.get(only)]);
      const isSame = versionsOf(present) === versionsOf(drafts) && versionsOf(toldPresent) === versionsOf(told);
      if (lock?.id !== before || !isSame) {
        trx.abort();
        await trx.done.catch(() => undefined);
        if (lock?.id !== before) throw new Error('Another tab has changed the lock.');
        return false;
      }
      await Promise.all([
        ...turned[0].map((each) => rows.put(each)),
        ...turned[1].map((each) => toldRows.put(each)),
        after ? locks.put(after, only) : locks.delete(only),
        trx.done,
      ]);
      return true;
    });
    if (isDone) return;
  }
}

function versionsOf(kept: Saved[]): string {
  return kept.map(({ id, revision }) => `${id} ${revision}`).join();
}

function announceAll(): void {
  announceChange('lock');
  announceChange('drafts');
  announceChange('sent');
}

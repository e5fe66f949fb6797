import { deleteDB } from 'idb';
import { announceChange } from './changes.ts';
import { closeDb, databaseName, strict, withDb } from './db.ts';
import { forgetEarlyWords } from './early-words.ts';
import { forgetOwnRegister } from './own-register.ts';

/**
 * Takes one thing that was sent off this phone, its way back to it included, and what was begun to be added to it:
 * that carries the same key. What has not gone yet is then never sent; what the council has, it keeps.
 */
export async function forgetSent(id: string): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction(['drafts', 'sent', 'outbox'], 'readwrite', strict);
    const outbox = trx.objectStore('outbox');
    const keys = await outbox.getAllKeys(IDBKeyRange.bound([id], [id, []]));
    await Promise.all([
      ...keys.map((key) => outbox.delete(key)),
      trx.objectStore('sent').delete(id),
      trx.objectStore('drafts').delete(id),
      trx.done,
    ]);
  });
  announceChange('drafts');
  announceChange('outbox');
  announceChange('sent');
}

/** Takes everything off this phone: drafts, what waits to go, every key. The database itself goes with it. */
export async function forgetEverything(): Promise<void> {
  forgetEarlyWords();
  forgetOwnRegister();
  await closeDb();
  await deleteDB(databaseName);
  for (const kept of ['drafts', 'outbox', 'sent', 'helper'] as const) announceChange(kept);
}

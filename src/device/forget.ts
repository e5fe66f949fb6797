import { deleteDB } from 'idb';
import { isCarried } from './carried.ts';
import { announceChange } from './changes.ts';
import { closeDb, databaseName, strict, withDb } from './db.ts';
import { forgetEarlyWords } from './early-words.ts';
import { closeLock } from './lock.ts';
import { forgetOwnLanguage } from './own-language.ts';
import { forgetOwnLook } from './own-look.ts';
import { forgetOwnName } from './own-name.ts';
import { forgetOwnRegister } from './own-register.ts';
import { forgetSealingKey } from './sealing-key.ts';
import { draftShelf, forgetOldKeys, toldShelf } from './shelf.ts';
import { rowsOf } from './told.ts';

/**
 * Takes one thing that was sent off this phone, its way back to it included, and what was begun to be added to it:
 * that carries the same key. What has not gone yet is then never sent; what the council has, it keeps.
 */
export async function forgetSent(id: string): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction(['drafts', 'sent', 'told', 'outbox'], 'readwrite', strict);
    const outbox = trx.objectStore('outbox');
    const waiting = await outbox.getAll(IDBKeyRange.bound([id], [id, []]));
    // What this phone carries for somebody else is theirs, and has a row of its own.
    const own = waiting.filter((item) => !isCarried(item));
    await Promise.all([
      ...own.map(({ digest }) => outbox.delete([id, digest])),
      trx.objectStore('sent').delete(id),
      trx.objectStore('told').delete(rowsOf(id)),
      trx.objectStore('drafts').delete(id),
      trx.done,
    ]);
  });
  await forgetOldKeys();
  announceChange('drafts');
  announceChange('outbox');
  announceChange('sent');
}

/** Takes everything off this phone: drafts, what waits to go, every key. The database itself goes with it. */
export async function forgetEverything(): Promise<void> {
  forgetEarlyWords();
  forgetOwnRegister();
  forgetOwnLanguage();
  forgetOwnLook();
  forgetOwnName();
  forgetSealingKey();
  closeLock();
  await closeDb();
  await deleteDB(databaseName);
  await draftShelf.forgetAll();
  await toldShelf.forgetAll();
  for (const kept of ['drafts', 'outbox', 'sent', 'helper', 'lock', 'carried'] as const) announceChange(kept);
}

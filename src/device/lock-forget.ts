import { announceChange } from './changes.ts';
import { strict, withDb } from './db.ts';
import { lockOf } from './hidden.ts';
import { closeLock, only } from './lock.ts';
import { forgetOldKeys } from './shelf.ts';
import { rowsOf } from './told.ts';

/**
 * For whoever does not know the pictures any more: what is locked goes, and the lock with it. What was sent is then
 * covered by nothing, so this phone lets go of it too: who only says that they forgot should not read its letters.
 * What still waits goes to the council all the same (`removeLetGo` takes the rest of it away afterwards), and whoever
 * has their seven pictures or their key looks with those.
 */
export async function forgetLocked(): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction(['drafts', 'sent', 'told', 'helper', 'lock'], 'readwrite', strict);
    const [drafts, sent] = [trx.objectStore('drafts'), trx.objectStore('sent')];
    const [begun, known] = await Promise.all([drafts.getAll(), sent.getAll()]);
    await Promise.all([
      ...begun.filter(lockOf).map(({ id }) => drafts.delete(id)),
      ...known.map(({ status: _, holder: __, label: ___, ...each }) => sent.put({ ...each, isLetGo: true })),
      trx.objectStore('told').clear(),
      trx.objectStore('helper').clear(),
      trx.objectStore('lock').delete(only),
      trx.done,
    ]);
  });
  closeLock();
  await forgetOldKeys();
  await removeLetGo();
  for (const kept of ['drafts', 'sent', 'helper', 'lock'] as const) announceChange(kept);
}

/** Takes off what this phone has let go of and the council knows whole: nothing of it waits, pictures included. */
export async function removeLetGo(): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction(['sent', 'told', 'outbox'], 'readwrite', strict);
    const [store, told] = [trx.objectStore('sent'), trx.objectStore('told')];
    const [known, waiting] = await Promise.all([store.getAll(), trx.objectStore('outbox').getAll()]);
    const isDone = known.filter(
      ({ id, isLetGo, receipt, pictureKey, arePicturesKnown, deposit, childKey }) =>
        isLetGo &&
        waiting.every((item) => item.id !== id) &&
        // What came from another phone, or a child whose key has left this one, has nothing to say from here.
        (!receipt || !pictureKey || arePicturesKnown || (deposit !== undefined && !childKey)),
    );
    await Promise.all([...isDone.flatMap(({ id }) => [store.delete(id), told.delete(rowsOf(id))]), trx.done]);
  });
  await forgetOldKeys();
}

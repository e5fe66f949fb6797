import type { Instant } from '../domain/dates.ts';
import type { HandOff } from '../domain/hand-off.ts';
import { announceCarried, isCarried } from './carried.ts';
import { strict, withDb } from './db.ts';

/**
 * What came of taking a file: `taken`, and on the disk. The others change nothing. `own`: it was sent from this very
 * phone, and waits here. `waiting` and `delivered`: it was taken before.
 */
export type Taken = 'taken' | 'own' | 'waiting' | 'delivered';

/** Puts what was handed on into this phone's outbox, once, in the order in which it was said. */
export async function takeToCarry({ id, items }: HandOff, now: Instant): Promise<Taken> {
  const taken = await withDb(async (db) => {
    const trx = db.transaction(['outbox', 'carried'], 'readwrite', strict);
    const [outbox, carried] = [trx.objectStore('outbox'), trx.objectStore('carried')];
    const [known, ...here] = await Promise.all([
      carried.get(id),
      ...items.map(({ digest }) => outbox.get([id, digest])),
    ]);
    const fresh = items
      .map(({ deposit, digest, body }, index) => ({
        ...{ id, digest, form: 'sealed' as const, body, deposit, attempts: 0, notBefore: 0 },
        // The order of the outbox is that of these moments.
        queuedAt: new Date(Date.parse(now) + index).toISOString(),
      }))
      .filter(({ digest }, index) => !here[index] && !known?.delivered.includes(digest));
    if (fresh.length > 0) {
      const { deliveredOn: _, ...before } = known ?? { id, takenAt: now, taken: [], delivered: [] };
      const taken = [...before.taken, ...fresh.map(({ digest }) => digest)];
      await Promise.all([...fresh.map((item) => outbox.put(item)), carried.put({ ...before, taken })]);
    }
    await trx.done;
    if (fresh.length > 0) return 'taken';
    const there = here.flatMap((item) => item ?? []);
    if (there.some((item) => !isCarried(item))) return 'own';
    return there.length > 0 ? 'waiting' : 'delivered';
  });
  if (taken === 'taken') announceCarried();
  return taken;
}

/** Takes it off this phone. What has not gone from here is then never sent from here; whoever gave it has it still. */
export async function forgetCarried(id: string): Promise<void> {
  await withDb(async (db) => {
    const trx = db.transaction(['outbox', 'carried'], 'readwrite', strict);
    const outbox = trx.objectStore('outbox');
    const waiting = await outbox.getAll(IDBKeyRange.bound([id], [id, []]));
    await Promise.all([
      ...waiting.filter(isCarried).map(({ digest }) => outbox.delete([id, digest])),
      trx.objectStore('carried').delete(id),
      trx.done,
    ]);
  });
  announceCarried();
}

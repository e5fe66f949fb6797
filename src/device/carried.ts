import * as z from 'zod/mini';
import { Instant, IsoDate, londonDate } from '../domain/dates.ts';
import { Sha256 } from '../domain/keys.ts';
import { SubmissionId } from '../domain/submission.ts';
import { announceChange } from './changes.ts';
import { strict, withDb } from './db.ts';
import { leaveBehind, type OutboxItem } from './outbox.ts';

/**
 * What this phone delivers for somebody else, who gave it as a file: what it is, whose, and what the council answers to
 * it are not known here, nor its number.
 */
export const Carried = z.object({
  id: SubmissionId,
  takenAt: Instant,
  /** The digests of all that was taken of it, and of what the council has of that by its own receipts. */
  taken: z.array(Sha256),
  delivered: z.array(Sha256),
  /** By this phone's own clock, when the last of them went. */
  deliveredOn: z.optional(IsoDate),
});
export type Carried = z.infer<typeof Carried>;

/** It came as a file from another phone, and is delivered for whoever gave it. */
export function isCarried({ followKey }: Pick<OutboxItem, 'followKey'>): boolean {
  return followKey === undefined;
}

/** Where it is: with the council only once its receipt has come back for everything that was taken. */
export interface CarriedHere extends Carried {
  whereabouts: 'onPhone' | 'received' | 'refused';
}

/** Everything this phone carries or has carried for somebody, the newest first. */
export async function listCarried(outbox: OutboxItem[]): Promise<CarriedHere[]> {
  const stored = await withDb((db) => db.getAll('carried'));
  const carried = stored.flatMap((each) => Carried.safeParse(each).data ?? []);
  return carried
    .map((each) => ({ ...each, whereabouts: whereaboutsOf(each, outbox) }))
    .sort((a, b) => b.takenAt.localeCompare(a.takenAt));
}

function whereaboutsOf({ id, taken, delivered }: Carried, outbox: OutboxItem[]): CarriedHere['whereabouts'] {
  if (outbox.some((item) => item.id === id && isCarried(item) && item.refused)) return 'refused';
  return taken.every((digest) => delivered.includes(digest)) ? 'received' : 'onPhone';
}

/** The council has it: that is noted, of its receipt nothing is kept, and the item goes, in one step. */
export async function settleCarried(item: OutboxItem, now: Instant): Promise<void> {
  const { id, digest } = item;
  await leaveBehind(item);
  await withDb(async (db) => {
    const trx = db.transaction(['outbox', 'carried'], 'readwrite', strict);
    const known = await trx.objectStore('carried').get(id);
    const delivered = [...new Set([...(known?.delivered ?? []), digest])];
    await Promise.all([
      trx.objectStore('outbox').delete([id, digest]),
      known && trx.objectStore('carried').put({ ...known, delivered, deliveredOn: londonDate(now) }),
      trx.done,
    ]);
  });
  announceCarried();
}

/** For every tab, and the worker: what is carried has changed, and what waits with it. */
export function announceCarried(): void {
  announceChange('outbox');
  announceChange('carried');
}

import type { Instant } from '../../domain/dates.ts';
import type { Connection } from './database.ts';

/** Whose turn something is, of all the processes that share the database. One row for each such thing. */
export interface LeasesTable {
  name: string;
  /** The process that has it. */
  holder: string;
  /** Counted up whenever it changes hands: what was begun in an earlier term is not finished in a later one. */
  term: number;
  /** Until when it is nobody else's. */
  until: string;
}

export interface Lease {
  name: string;
  holder: string;
  term: number;
}

/**
 * Goes on holding it, or takes it when its time is over; undefined while it is somebody else's. Of several who take it
 * in one moment the row lets in one.
 */
export async function takeLease(
  db: Connection,
  { name, holder, at, until }: { name: string; holder: string; at: Instant; until: Instant },
): Promise<Lease | undefined> {
  const kept = await db
    .updateTable('leases')
    .set({ until })
    .where('name', '=', name)
    .where('holder', '=', holder)
    .returning('term')
    .executeTakeFirst();
  if (kept) return { name, holder, term: kept.term };
  const taken = await db
    .updateTable('leases')
    .set(({ eb }) => ({ holder, until, term: eb('term', '+', 1) }))
    .where('name', '=', name)
    .where('until', '<=', at)
    .returning('term')
    .executeTakeFirst();
  return taken && { name, holder, term: taken.term };
}

/**
 * Whether it is still held in that term; until the transaction ends, nobody else takes it. Asked first in whatever its
 * holder changes: who was asleep, or has a clock of their own, learns here that their time was over.
 */
export async function stillHolds(trx: Connection, { name, holder, term }: Lease): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('leases')
    .set({ term })
    .where('name', '=', name)
    .where('holder', '=', holder)
    .where('term', '=', term)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

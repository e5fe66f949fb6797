import { randomUUID } from 'node:crypto';
import type { Connection } from './database.ts';

/** So many turns after a quiet time, then one in each `every`, for all processes that share the database. */
export interface Pace {
  /** How many may come at once after a quiet time. */
  burst: number;
  /** Then one in this time, in milliseconds. */
  every: number;
}

/** Clocks of processes side by side may differ by minutes; by more, one of them was set. In milliseconds. */
export const clocksDiffer = 5 * 60_000;

/**
 * A row of `rateLimit` for each place where turns are taken: `lastRequest` is when all of them are there again, so a
 * turn moves it by `every`. One statement takes a turn, so that several processes take none twice.
 *
 * Gives how many milliseconds it is until there is one; 0 when one was taken.
 */
export async function takeTurn(db: Connection, key: string, { burst, every }: Pace, now: number): Promise<number> {
  const latest = now + (burst - 1) * every;
  // An id of its own: of two who make the row in one moment, the second must meet the place and not the id.
  const taken = await db
    .insertInto('rateLimit')
    .values({ id: randomUUID(), key, count: 0, lastRequest: now + every })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet(({ eb, ref, val }) => ({
          lastRequest: eb(
            eb
              .case()
              .when('rateLimit.lastRequest', '>', now)
              .then(ref('rateLimit.lastRequest'))
              .else(val<number | string>(now))
              .end(),
            '+',
            every,
          ),
        }))
        .where('rateLimit.lastRequest', '<=', latest),
    )
    .returning('lastRequest')
    .executeTakeFirst();
  if (taken) return 0;
  const row = await db.selectFrom('rateLimit').select('lastRequest').where('key', '=', key).executeTakeFirst();
  const wait = row ? Number(row.lastRequest) - latest : 1;
  return wait > every + clocksDiffer ? mendClock(db, key, { burst, every }, now) : Math.max(1, wait);
}

/** The turn was used by somebody who is no guesser. */
export async function giveTurnBack(db: Connection, key: string, { every }: Pace): Promise<void> {
  await db
    .updateTable('rateLimit')
    .set(({ eb }) => ({ lastRequest: eb('lastRequest', '-', every) }))
    .where('key', '=', key)
    .execute();
}

// Nobody takes more turns than there are, so a clock was ahead when it was written: turns are counted from now on.
async function mendClock(db: Connection, key: string, { burst, every }: Pace, now: number): Promise<number> {
  const full = now + burst * every;
  await db
    .updateTable('rateLimit')
    .set({ lastRequest: full })
    .where('key', '=', key)
    .where('lastRequest', '>', full)
    .execute();
  return every;
}

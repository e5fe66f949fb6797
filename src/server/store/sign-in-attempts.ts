import type { Connection } from './database.ts';

const day = 24 * 60 * 60_000;

/**
 * How often somebody has lately tried to sign in to an account, or guessed from a network (see `takeTurn`). The table
 * has the sign-in library's columns.
 */
export interface SignInAttemptsTable {
  id: string;
  /** A keyed hash: who has the database does not learn which addresses were tried. */
  key: string;
  count: number;
  /** Milliseconds since 1970. PostgreSQL gives a bigint as text. Of turns: when all of them are there again. */
  lastRequest: number | string;
}

export interface Attempts {
  count: number;
  lastAt: number;
}

export async function findAttempts(db: Connection, key: string): Promise<Attempts | undefined> {
  const row = await db.selectFrom('rateLimit').selectAll().where('key', '=', key).executeTakeFirst();
  return row && { count: row.count, lastAt: Number(row.lastRequest) };
}

/** False when somebody else was first. */
export async function insertAttempts(db: Connection, key: string, { count, lastAt }: Attempts): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('rateLimit')
    .values({ id: key, key, count, lastRequest: lastAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** False when the attempts are no longer those of `before`: somebody else tried in the same moment. */
export async function replaceAttempts(
  db: Connection,
  key: string,
  before: Attempts,
  after: Attempts,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('rateLimit')
    .set({ count: after.count, lastRequest: after.lastAt })
    .where('key', '=', key)
    .where('count', '=', before.count)
    .where('lastRequest', '=', before.lastAt)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function forgetAttempts(db: Connection, key: string): Promise<void> {
  await db.deleteFrom('rateLimit').where('key', '=', key).execute();
}

/**
 * Forgets attempts, and turns that were taken, of more than a day ago: by then they slow nobody down. Those that a
 * clock has written that was ahead go too. Gives how many.
 *
 * @param now in milliseconds since 1970
 */
export async function forgetOldAttempts(db: Connection, now: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('rateLimit')
    .where(({ eb, or }) => or([eb('lastRequest', '<', now - day), eb('lastRequest', '>', now + day)]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { isUniqueViolation } from '../../../src/server/store/failures.ts';
import { openTestSqlite } from '../open-test-store.ts';

test('SQLite writes ahead and syncs at every commit', async () => {
  const store = await openTestSqlite();
  const pragma = async (name: string) =>
    Object.values((await sql.raw(`pragma ${name}`).execute(store.db)).rows[0] ?? {})[0];
  expect(await pragma('journal_mode')).toBe('wal');
  expect(await pragma('synchronous')).toBe(2);
  expect(await pragma('foreign_keys')).toBe(1);
  await store.close();
});

test('a failure that ends the transaction by itself is told as it is, and the next transaction goes on', async () => {
  const store = await openTestSqlite();
  const insert = sql`insert or rollback into leases (name, holder, term, until) values ('a', 'b', 1, '')`;
  // As a full disk does: SQLite has rolled back when it says no.
  const twice = store.db.transaction().execute(async (trx) => {
    await insert.execute(trx);
    await insert.execute(trx);
  });
  await expect(twice).rejects.toSatisfy(isUniqueViolation);
  await store.db.transaction().execute((trx) => insert.execute(trx));
  const { rows } = await sql`select name from leases where name = 'a'`.execute(store.db);
  expect(rows).toHaveLength(1);
  await store.close();
});

import { sql } from 'kysely';
import { expect, test } from 'vitest';
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

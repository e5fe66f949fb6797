import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Store } from '../../src/server/store/database.ts';
import { migrate } from '../../src/server/store/migrate.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';

/** The engines to test against. Each opened store is migrated and empty; the test closes it. */
export const testStores: readonly { name: string; open: () => Promise<Store> }[] = [
  { name: 'SQLite', open: openTestSqlite },
];

async function openTestSqlite(): Promise<Store> {
  const folder = mkdtempSync(path.join(tmpdir(), 'heard-test-'));
  const store = openSqlite(path.join(folder, 'heard.sqlite'));
  await migrate(store);
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...store, close };
}

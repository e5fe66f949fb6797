import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import type { Store } from '../../src/server/store/database.ts';
import { migrate } from '../../src/server/store/migrate.ts';
import { openPostgres } from '../../src/server/store/open-postgres.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import { administer, databaseAt } from './administer-postgres.ts';

/** The engines a council may run on. Each `open` gives a new store, migrated and empty; the test closes it. */
export const testStores: readonly { name: string; open: () => Promise<Store> }[] = [
  { name: 'SQLite', open: () => openTestSqlite() },
  { name: 'PostgreSQL', open: () => openTestPostgres(inject('postgresUrl')) },
];

export async function openTestSqlite(folder = temporaryFolder()): Promise<Store> {
  const file = path.join(folder, 'heard.sqlite');
  copyFileSync(inject('sqliteTemplate'), file);
  const store = openSqlite(file);
  return { ...store, close: () => store.close().then(() => rmSync(folder, { recursive: true, force: true })) };
}

/** A database of its own in the server at `serverUrl`. */
export async function openTestPostgres(serverUrl: string): Promise<Store & { url: URL }> {
  const isShared = serverUrl === inject('postgresUrl');
  const { url, drop } = await createTestDatabase(serverUrl, isShared ? inject('postgresTemplate') : undefined);
  const store = openPostgres(url.href, () => undefined);
  if (!isShared) await migrate(store);
  return { ...store, url, close: () => store.close().then(drop) };
}

/** A database in which nobody has made a table yet, or a copy of another. */
export async function createTestDatabase(
  serverUrl: string,
  template = 'template0',
): Promise<{ url: URL; drop: () => Promise<void> }> {
  const name = `heard_${randomBytes(8).toString('hex')}`;
  await administer(serverUrl, `create database ${name} template ${template} strategy file_copy`);
  return {
    url: databaseAt(serverUrl, name),
    drop: () => administer(serverUrl, `drop database ${name} with (force)`),
  };
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'heard-test-'));
}

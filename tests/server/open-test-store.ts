import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Store } from '../../src/server/store/database.ts';
import { migrate } from '../../src/server/store/migrate.ts';
import { openPostgres } from '../../src/server/store/open-postgres.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';

/** The engines a council may run on. Each `open` gives a new store, migrated and empty; the test closes it. */
export const testStores: readonly { name: string; open: () => Promise<Store> }[] = [
  { name: 'SQLite', open: () => openTestSqlite() },
  { name: 'PostgreSQL', open: () => openTestPostgres(inject('postgresUrl')) },
];

export async function openTestSqlite(folder = temporaryFolder()): Promise<Store> {
  const store = openSqlite(path.join(folder, 'heard.sqlite'));
  await migrate(store);
  return { ...store, close: () => store.close().then(() => rmSync(folder, { recursive: true, force: true })) };
}

/** A database of its own in the server at `serverUrl`. */
export async function openTestPostgres(serverUrl: string): Promise<Store & { url: URL }> {
  const { url, drop } = await createTestDatabase(serverUrl);
  const store = openPostgres(url.href, () => undefined);
  await migrate(store);
  return { ...store, url, close: () => store.close().then(drop) };
}

/** A database in which nobody has made a table yet. */
export async function createTestDatabase(serverUrl: string): Promise<{ url: URL; drop: () => Promise<void> }> {
  const name = `heard_${randomBytes(8).toString('hex')}`;
  await administer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url, drop: () => administer(serverUrl, `drop database ${name} with (force)`) };
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'heard-test-'));
}

async function administer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  await client.query(statement);
  await client.end();
}

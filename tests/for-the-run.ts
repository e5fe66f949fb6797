import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Store } from '../src/server/store/database.ts';
import { migrate } from '../src/server/store/migrate.ts';
import { openPostgres } from '../src/server/store/open-postgres.ts';
import { openSqlite } from '../src/server/store/open-sqlite.ts';
import { startPostgres } from '../tooling/postgres.mjs';
import { administer, databaseAt } from './server/administer-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL that lives as long as the test run; each store takes a new database in it. */
    postgresUrl: string;
    /** A database in it that has all its tables and nothing in them, to be copied. */
    postgresTemplate: string;
    /** The same as a file of SQLite. */
    sqliteTemplate: string;
  }
}

/**
 * What all tests on Node share: a PostgreSQL, a store of each engine to be copied (making the tables takes ten times
 * as long), and a temporary folder that is gone at the end with all that is in it.
 */
export default async function forTheRun(project: TestProject) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heard-tests-'));
  // PostgreSQL runs as another user when this one is root.
  chmodSync(folder, 0o755);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  const postgres = await startPostgres();
  project.provide('postgresUrl', postgres.url);
  project.provide('postgresTemplate', await makePostgresTemplate(postgres.url));
  project.provide('sqliteTemplate', await makeSqliteTemplate(folder));
  return async () => {
    await postgres.remove();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

async function makePostgresTemplate(serverUrl: string): Promise<string> {
  const name = 'heard_template';
  await administer(serverUrl, `create database ${name}`);
  await makeTables(openPostgres(databaseAt(serverUrl, name).href, () => undefined));
  return name;
}

async function makeSqliteTemplate(folder: string): Promise<string> {
  const file = path.join(folder, 'template.sqlite');
  await makeTables(openSqlite(file));
  return file;
}

async function makeTables(store: Store): Promise<void> {
  await migrate(store);
  await store.close();
}

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../tooling/postgres.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL that lives as long as the test run; each store takes a new database in it. */
    postgresUrl: string;
  }
}

/** What all tests on Node share: a PostgreSQL, and a temporary folder that is gone at the end with all that is in it. */
export default async function forTheRun(project: TestProject) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heard-tests-'));
  // PostgreSQL runs as another user when this one is root.
  chmodSync(folder, 0o755);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  const postgres = await startPostgres();
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.remove();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

import type { TestProject } from 'vitest/node';
import { startPostgres } from '../tooling/postgres.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL that lives as long as the test run; each store takes a new database in it. */
    postgresUrl: string;
  }
}

export default async function postgresForTheRun(project: TestProject) {
  const postgres = await startPostgres();
  project.provide('postgresUrl', postgres.url);
  return postgres.remove;
}

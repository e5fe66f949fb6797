import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Store, Tables } from './database.ts';

// A phone waits 20 seconds for its receipt. A database that does not answer well before that is answered for with
// "come again", rather than by a phone giving up without knowing why.
const patience = 10_000;

/** Opens a PostgreSQL. Connections are made when first used, so a database that is down is noticed then. */
export function openPostgres(connectionString: string, onLostConnection: (error: Error) => void): Store {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: patience,
    statement_timeout: patience,
    application_name: 'heard',
  });
  // An idle connection that breaks (the database restarts) is replaced at the next use; without a listener it would
  // end the process.
  pool.on('error', onLostConnection);
  // Nor does the pool listen to one that is in use: between two statements of a transaction nobody would hear it break.
  pool.on('connect', (client) => client.on('error', onLostConnection));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, engine: 'postgres', close: () => db.destroy() };
}

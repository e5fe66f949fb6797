import type { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Store, Tables } from './database.ts';

// A phone waits 20 seconds for its receipt. A database that does not answer well before that is answered for with
// "come again", rather than by a phone giving up without knowing why. Twice: a connection that has gone silent, and
// then a new one that is not to be had.
const defaultPatience = 8_000;

// PostgreSQL's own guess, 4, is of a turning disk. With it the list of cases is counted by reading all of the table
// instead of its index, which takes twice as long.
const pageCost = 1.1;

/** Opens a PostgreSQL. Connections are made when first used, so a database that is down is noticed then. */
export function openPostgres(
  connectionString: string,
  onLostConnection: (error: Error) => void,
  patience = defaultPatience,
): Store {
  // The database's own word that a statement took too long comes first, when it can still say anything.
  const silence = patience * 1.1;
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: patience,
    statement_timeout: patience,
    // Later than the silence: by then nobody else can be handed a connection whose query was given up.
    query_timeout: patience * 1.25,
    // What a connection that was given up had locked is set free by the database itself, which may not know of it.
    idle_in_transaction_session_timeout: silence,
    idleTimeoutMillis: patience / 2,
    keepAlive: true,
    application_name: 'heard',
    async onConnect(client) {
      // Nor does the pool listen to one that is in use: between two statements of a transaction nobody would hear it break.
      client.on('error', onLostConnection);
      endWhenSilent(client, silence);
      await client.query(`set random_page_cost = ${pageCost}`);
    },
  });
  // An idle connection that breaks (the database restarts) is replaced at the next use; without a listener it would
  // end the process.
  pool.on('error', onLostConnection);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, engine: 'postgres', close: () => db.destroy() };
}

/**
 * A network that drops packets breaks no connection. The driver's time limit gives up the query alone: the rollback
 * after it would wait as long again, and the pool would hand the connection to the next who asks. So it is broken off.
 */
function endWhenSilent(client: pg.ClientBase, silence: number): void {
  // An idle one is closed by the pool long before.
  const socket = (client as unknown as pg.Client).connection.stream as Socket;
  socket.setTimeout(silence, () => socket.destroy());
}

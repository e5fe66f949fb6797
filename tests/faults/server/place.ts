import path from 'node:path';
import type { Store } from '../../../src/server/store/database.ts';
import { openPostgres } from '../../../src/server/store/open-postgres.ts';
import { openSqlite } from '../../../src/server/store/open-sqlite.ts';
import { type Postgres, startPostgres } from '../../../tooling/postgres.mjs';
import { type HeardServer, startHeard } from '../../heard-server.ts';
import { administer, databaseAt } from '../../server/administer-postgres.ts';

export type EngineName = 'SQLite' | 'PostgreSQL';

/** A real server that began with nothing, and its store as somebody else sees it. */
export interface Place {
  heard: HeardServer;
  store: Store;
  /** Of a PostgreSQL; empty for SQLite. */
  databaseUrl: string;
  remove: () => Promise<void>;
}

interface Given {
  /** For PostgreSQL: the server to make a database in. */
  postgres?: Postgres | undefined;
  program?: string[] | undefined;
  settings?: Record<string, string>;
}

const plain = ['src/server/main.ts'];
let databases = 0;

/** The real server, which says only what is wrong. */
export function startServer(settings: Record<string, string> = {}, program = plain): Promise<HeardServer> {
  return startHeard({ LOG_LEVEL: 'error', ...settings }, program);
}

const mostStarts = 5;

/**
 * As whoever looks after a server has it started again, also when a start fails: on a machine that has much else to do
 * a PostgreSQL may not answer in time.
 */
export async function startAgain(heard: HeardServer): Promise<void> {
  for (let starts = 1; ; starts += 1) {
    try {
      return await heard.start();
    } catch (error) {
      if (starts === mostStarts) throw error;
    }
  }
}

export async function openPlace({ postgres, program, settings = {} }: Given = {}): Promise<Place> {
  if (!postgres) {
    const heard = await startServer(settings, program);
    const { HEARD_DATA } = settings;
    const store = openSqlite(HEARD_DATA ? path.join(HEARD_DATA, 'heard.sqlite') : heard.databaseFile);
    return { heard, store, databaseUrl: '', remove: () => store.close().then(heard.remove) };
  }
  databases += 1;
  const name = `faults_${databases}`;
  await administer(postgres.url, `create database ${name}`);
  const url = databaseAt(postgres.url, name).href;
  const heard = await startServer({ ...settings, DATABASE_URL: url }, program);
  const store = openPostgres(url, () => undefined);
  return {
    heard,
    store,
    databaseUrl: url,
    async remove() {
      await store.close();
      await heard.remove();
      await administer(postgres.url, `drop database ${name} with (force)`);
    },
  };
}

/** Does something with a PostgreSQL of its own when the engine needs one, and takes that away again. */
export async function withEngine<Result>(
  engine: EngineName,
  work: (postgres: Postgres | undefined) => Promise<Result>,
): Promise<Result> {
  const postgres = engine === 'PostgreSQL' ? await startPostgres() : undefined;
  try {
    return await work(postgres);
  } finally {
    await postgres?.remove();
  }
}

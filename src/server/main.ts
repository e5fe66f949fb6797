import path from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { pino } from 'pino';
import type { Council } from '../domain/council.ts';
import { rulesOf, UnknownEdition } from '../domain/procedure.ts';
import { createApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { loadCouncil } from './council-file.ts';
import { keptAuthSecret } from './people/auth-secret.ts';
import { makeOperatorsAccount, makeSetUpLink } from './people/first-account.ts';
import type { Store } from './store/database.ts';
import { listReceipts } from './store/events.ts';
import { migrate } from './store/migrate.ts';
import { openPostgres } from './store/open-postgres.ts';
import { openSqlite } from './store/open-sqlite.ts';

// What children wrote is for this account of the machine alone: files are made 0600, folders 0700.
process.umask(0o077);

try {
  const config = readConfig(process.env);
  const council = loadCouncil(config.councilFile);
  // `--check` says whether the settings and the council's file can be used, and does nothing else.
  if (!process.argv.includes('--check')) await start(config, council);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  // Not left to end by itself: a pool of database connections would keep it.
  process.exit(1);
}

async function start(config: Config, council: Council): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const store = open(config, (error) => log.warn({ err: error.message }, 'a database connection was lost'));
  await migrate(store);
  await refuseForgottenEditions(store, council);

  const { publicUrl, origins } = config;
  const authSecret = config.authSecret ?? keptAuthSecret(config.dataFolder);
  const now = () => new Date().toISOString();
  const settings = { engine: store.engine, publicUrl, secret: authSecret };
  if (config.admin) await makeOperatorsAccount(store.db, settings, config.admin);
  const setUpLink = await makeSetUpLink(store.db, publicUrl, now());

  const distFolder = path.resolve('dist');
  const app = createApp({ store, council, distFolder, publicUrl, origins, authSecret, log, now });
  const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, ({ port }) => {
    if (setUpLink) console.log(`Make the first staff account, once, at:\n${setUpLink.href}`);
    console.log(`Heard is ready at http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`);
  });
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(
      `Port ${config.port} is in use. Stop what uses it, or choose another: PORT=${config.port + 1} npm start`,
    );
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(server, store));
  // Ctrl-C reaches every process of the terminal, and `npm start` passes it on as well: the second is no news.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
}

// A case keeps the rules it was received under. Without them nobody could say by when it is to be answered.
async function refuseForgottenEditions({ db }: Store, { procedure }: Council): Promise<void> {
  const inUse = new Map((await listReceipts(db)).map(({ editions }) => [JSON.stringify(editions), editions]));
  try {
    for (const editions of inUse.values()) rulesOf(procedure, editions);
  } catch (error) {
    if (!(error instanceof UnknownEdition)) throw error;
    throw new ConfigError([error.message, 'Put the edition back into the file; a new one goes beside it.']);
  }
}

/** How long what is being answered may take once the server is asked to end, in milliseconds. */
const lastAnswers = 2_000;

async function end(server: ServerType, store: Store): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A browser keeps connections open on which it has asked nothing yet; they would keep the server for a minute.
  setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), lastAnswers);
  await closed;
  await store.close();
  process.exit(0);
}

function open(config: Config, onLostConnection: (error: Error) => void): Store {
  if (config.databaseUrl) return openPostgres(config.databaseUrl, onLostConnection);
  return openSqlite(path.join(config.dataFolder, 'heard.sqlite'));
}

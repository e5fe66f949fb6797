import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Config, ConfigError } from './config.ts';
import type { Store } from './store/database.ts';
import { openPostgres } from './store/open-postgres.ts';
import { openSqlite } from './store/open-sqlite.ts';

type Where = Pick<Config, 'databaseUrl' | 'dataFolder'>;

/** The file of the embedded database. */
export function sqliteFile({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return path.join(dataFolder, 'heard.sqlite');
}

/**
 * The database that the operator chose; the embedded one is made when there is none.
 *
 * @param patience how long a PostgreSQL may take for an answer, in milliseconds; the default is the server's
 */
export function openStore(config: Where, onLostConnection: (error: Error) => void, patience?: number): Store {
  if (config.databaseUrl) return openPostgres(config.databaseUrl, onLostConnection, patience);
  return openSqlite(sqliteFile(config));
}

/** The same for a command, which finds a database or says that there is none. Throws `ConfigError`. */
export function openStoreThere(config: Where, patience?: number): Store {
  if (!config.databaseUrl && !existsSync(sqliteFile(config))) {
    throw new ConfigError([
      `There is no database in ${config.dataFolder}. Set HEARD_DATA, or DATABASE_URL, as the server has them.`,
    ]);
  }
  return openStore(config, () => undefined, patience);
}

import path from 'node:path';
import { sql } from 'kysely';
import { inject } from 'vitest';
import type { Engine, Store } from '../../../src/server/store/database.ts';
import { migrate } from '../../../src/server/store/migrate.ts';
import { openPostgres } from '../../../src/server/store/open-postgres.ts';
import { openSqlite } from '../../../src/server/store/open-sqlite.ts';
import { createTestDatabase, temporaryFolder } from '../open-test-store.ts';
import { auditKey, authSecret } from '../test-app.ts';

/** Where an operator has Heard, or is to have it: settings, and a database that may not be made yet. */
export interface Place {
  engine: Engine;
  settings: Record<string, string>;
  dataFolder: string;
  open: () => Store;
  remove: () => Promise<void>;
}

export async function emptyPlace(engine: Engine): Promise<Place> {
  const dataFolder = temporaryFolder();
  const settings = { HEARD_DATA: dataFolder };
  if (engine === 'sqlite') {
    const open = () => openSqlite(path.join(dataFolder, 'heard.sqlite'));
    return { engine, settings, dataFolder, open, remove: async () => undefined };
  }
  const { url, drop } = await createTestDatabase(inject('postgresUrl'));
  const open = () => openPostgres(url.href, () => undefined);
  return { engine, settings: { ...settings, DATABASE_URL: url.href }, dataFolder, open, remove: drop };
}

/** The same with a database in it, and the secrets that the tests' application has. */
export async function filledPlace(engine: Engine): Promise<Place & { store: Store }> {
  const place = await emptyPlace(engine);
  const store = place.open();
  await migrate(store);
  const settings = { ...place.settings, HEARD_AUTH_SECRET: authSecret, HEARD_AUDIT_KEY: auditKey };
  return { ...place, settings, store, remove: () => store.close().then(place.remove) };
}

/** A pair of keys of the tests alone. */
export const keys = {
  HEARD_BACKUP_RECIPIENT: 'age1epeu30qxkm5kfy6cyuvgf2jkeqfe2cytwp0q2cy2txc4j7xv7dkqw5fgnm',
  HEARD_BACKUP_IDENTITY: 'AGE-SECRET-KEY-1QEQEWGM70MU06H3PYKUS63LM57N4UF5R8KA7PYZ28M8D97NW0CUSCGLWEU',
};

/** Every row of a table as text, read by the database's own means, so that two engines can be compared. */
export async function rowsOf({ db }: Store, table: string): Promise<string[]> {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
  const asText = (value: unknown) => {
    if (value instanceof Date) return value.toISOString();
    return typeof value === 'boolean' ? Number(value) : value;
  };
  const columns = (row: Record<string, unknown>) => Object.keys(row).sort();
  return rows.map((row) => JSON.stringify(columns(row).map((column) => [column, asText(row[column])]))).sort();
}

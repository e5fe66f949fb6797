import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Connection, Engine, Store } from './database.ts';
import { migrations } from './migrations/index.ts';

/**
 * Brings the store up to this version of the code, or only as far as the migration that is named. Safe to call at
 * every start, and by several processes at once. Within a transaction only on PostgreSQL, which can undo it.
 */
export async function migrate(
  { db, engine }: Pick<Store, 'engine'> & { db: Connection },
  upTo?: string,
): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(engine) } });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error) throw error;
}

/** The migrations that were carried out here, oldest first. */
export async function listMigrated(db: Connection): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** The migrations that this version of the code knows, oldest first. */
export function knownMigrations(engine: Engine): string[] {
  return Object.keys(migrations(engine)).sort();
}

import { Migrator } from 'kysely/migration';
import type { Store } from './database.ts';
import { migrations } from './migrations/index.ts';

/** Brings the store up to this version of the code. Safe to call at every start, and by several processes at once. */
export async function migrate({ db, engine }: Store): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(engine) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

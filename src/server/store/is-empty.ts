import type { Connection } from './database.ts';

/** Whether nobody has made a table here yet. */
export async function isEmptyDatabase(db: Connection): Promise<boolean> {
  return (await db.introspection.getTables({ withInternalKyselyTables: true })).length === 0;
}

import type { Connection } from '../store/database.ts';

/** The references of the cases that are given to somebody: they are to be given to somebody else when that one goes. */
export async function listOpenCasesOf(db: Connection, staffId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('caseIndex')
    .select('reference')
    .where('assignee', '=', staffId)
    .where('live', '=', 1)
    .orderBy('receivedAt')
    .execute();
  return rows.map(({ reference }) => reference);
}

import type { Account } from '../../domain/named-people.ts';
import type { Connection } from '../store/database.ts';
import { isNotKeptFrom } from '../store/kept-from.ts';

/**
 * The references of the cases that are given to somebody: they are to be given to somebody else when that one goes.
 * Those that are kept from who asks are left out.
 */
export async function listOpenCasesOf(db: Connection, staffId: string, asker: Account): Promise<string[]> {
  const rows = await db
    .selectFrom('caseIndex')
    .select('reference')
    .where('assignee', '=', staffId)
    .where('live', '=', 1)
    .where(await isNotKeptFrom(db, asker))
    .orderBy('receivedAt')
    .execute();
  return rows.map(({ reference }) => reference);
}

import type { Connection } from './database.ts';

/** How much of a case somebody of the staff has seen: all its events up to this one. */
export interface CaseReadsTable {
  caseId: string;
  upTo: number;
}

/** What was seen stays seen: a mark is only ever moved on. */
export async function markRead(db: Connection, row: CaseReadsTable): Promise<void> {
  await db
    .insertInto('caseReads')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('caseId').doUpdateSet({ upTo: row.upTo }).where('caseReads.upTo', '<', row.upTo),
    )
    .execute();
}

/** By case; one that nobody has opened is not in it. */
export async function listReadsOf(db: Connection, caseIds: string[]): Promise<Map<string, number>> {
  const rows = await db.selectFrom('caseReads').selectAll().where('caseId', 'in', caseIds).execute();
  return new Map(rows.map(({ caseId, upTo }) => [caseId, upTo]));
}

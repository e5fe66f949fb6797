import type { Keeping } from '../../domain/index-row.ts';
import type { Connection } from './database.ts';

/**
 * From whom each case is kept: beside its row of the index, worked out with it and from nothing else. A row has a key,
 * for a name that nobody has matched; or an account, that one was matched to or, with an instant, that is let in.
 */
export interface CaseKeepingTable {
  /** The case's number in the index. */
  number: number;
  /** A name as it is compared (`nameKey`). */
  key: string | null;
  staff: string | null;
  letInUntil: string | null;
}

// Far below what either engine takes in one statement.
const together = 2_000;

/** Puts in what was worked out, in place of what stood there for these cases. */
export async function replaceKeeping(db: Connection, cases: readonly ({ number: number } & Keeping)[]): Promise<void> {
  if (cases.length === 0) return;
  const numbers = cases.map(({ number }) => number);
  await db.deleteFrom('caseKeeping').where('number', 'in', numbers).execute();
  const rows = cases.flatMap(({ number, keys, staff, letIn }) => [
    ...keys.map((key) => ({ number, key, staff: null, letInUntil: null })),
    ...staff.map((id) => ({ number, key: null, staff: id, letInUntil: null })),
    ...letIn.map(({ staff: id, until }) => ({ number, key: null, staff: id, letInUntil: until })),
  ]);
  for (let first = 0; first < rows.length; first += together) {
    await db
      .insertInto('caseKeeping')
      .values(rows.slice(first, first + together))
      .execute();
  }
}

/** Every name that nobody has matched, each once, whatever case it stands in. */
export async function listUnmatchedKeys(db: Connection): Promise<string[]> {
  const rows = await db.selectFrom('caseKeeping').select('key').distinct().where('key', 'is not', null).execute();
  return rows.flatMap(({ key }) => key ?? []);
}

import type { Connection } from './database.ts';

/** Every version of what was said, unchangeable. The same content twice is one row. */
export interface SubmissionsTable {
  caseId: string;
  /** SHA-256 of the canonical content, base64url. */
  contentDigest: string;
  /** The submission as JSON text. */
  content: string;
  receivedAt: string;
}

/** Inserts those that say something new of their case. Gives the pairs of case and digest that did. */
export async function insertNewSubmissions(db: Connection, rows: SubmissionsTable[]): Promise<Set<string>> {
  const inserted = await db
    .insertInto('submissions')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['caseId', 'contentDigest']).doNothing())
    .returning(['caseId', 'contentDigest'])
    .execute();
  return new Set(inserted.map(versionKey));
}

export function versionKey({ caseId, contentDigest }: Pick<SubmissionsTable, 'caseId' | 'contentDigest'>): string {
  return `${caseId} ${contentDigest}`;
}

/** When each of these cases last heard something from the person. */
export async function findLatestReceipts(db: Connection, caseIds: string[]): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('submissions')
    .select(({ fn }) => ['caseId', fn.max('receivedAt').as('latest')])
    .where('caseId', 'in', caseIds)
    .groupBy('caseId')
    .execute();
  return new Map(rows.map(({ caseId, latest }) => [caseId, latest]));
}

export function listSubmissions(db: Connection, caseId: string): Promise<SubmissionsTable[]> {
  return db.selectFrom('submissions').selectAll().where('caseId', '=', caseId).orderBy('receivedAt').execute();
}

/** What was said in the given cases alone, oldest first. */
export function listSubmissionsOf(
  db: Connection,
  caseIds: string[],
): Promise<Pick<SubmissionsTable, 'caseId' | 'content' | 'receivedAt'>[]> {
  return db
    .selectFrom('submissions')
    .select(['caseId', 'content', 'receivedAt'])
    .where('caseId', 'in', caseIds)
    .orderBy('receivedAt')
    .execute();
}

export function listAllSubmissions(db: Connection): Promise<SubmissionsTable[]> {
  return db.selectFrom('submissions').selectAll().orderBy('receivedAt').execute();
}

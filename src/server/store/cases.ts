import type { Connection } from './database.ts';

/** One row a case. What is known of it beyond these is worked out from its events and submissions. */
export interface CasesTable {
  id: string;
  reference: string;
  /** SHA-256 of the follow key, base64url. The key itself is never kept. */
  followKeyHash: string;
  /** The server's clock at the first receipt: an instant. */
  receivedAt: string;
}

/** Inserts those whose id and reference are both new. Gives the ids that were. */
export async function insertNewCases(db: Connection, rows: CasesTable[]): Promise<Set<string>> {
  const inserted = await db
    .insertInto('cases')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return new Set(inserted.map((row) => row.id));
}

export async function findCases(db: Connection, ids: string[]): Promise<Map<string, CasesTable>> {
  const rows = await db.selectFrom('cases').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export function findCase(db: Connection, id: string): Promise<CasesTable | undefined> {
  return db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findCaseByReference(db: Connection, reference: string): Promise<CasesTable | undefined> {
  return db.selectFrom('cases').selectAll().where('reference', '=', reference).executeTakeFirst();
}

/** The newest case under a key: other systems may use one key for several. */
export function findCaseByKeyHash(db: Connection, followKeyHash: string): Promise<CasesTable | undefined> {
  return db
    .selectFrom('cases')
    .selectAll()
    .where('followKeyHash', '=', followKeyHash)
    .orderBy('receivedAt', 'desc')
    .executeTakeFirst();
}

export function listCases(db: Connection): Promise<CasesTable[]> {
  return db.selectFrom('cases').selectAll().orderBy('receivedAt').execute();
}

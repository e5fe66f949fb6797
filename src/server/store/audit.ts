import type { Connection } from './database.ts';

/** One entry of the record of what staff did and saw. Entries are only ever added. */
export interface AuditTable {
  /** From 1, without gaps. */
  seq: number;
  at: string;
  /** Null where nobody was signed in: a sign-in that failed. */
  staffId: string | null;
  staffName: string | null;
  verb: string;
  caseId: string | null;
  /** Small facts as JSON text, the names in order. */
  details: string;
  /** The hash of the entry before; empty for the first. */
  previous: string;
  /** Over everything above, in hexadecimal. */
  hash: string;
}

/** The last entry, sealed with the audit key. One row. */
export interface AuditHeadTable {
  id: number;
  seq: number;
  hash: string;
  mac: string;
}

export type AuditHead = Pick<AuditHeadTable, 'seq' | 'hash' | 'mac'>;

/**
 * Takes the next `count` places and gives the last entry before them. Everybody else who adds entries waits until
 * this transaction ends, in any process: so it comes last in it, and nobody who holds it waits for anything more.
 */
export async function takeAuditPlaces(db: Connection, count: number): Promise<Pick<AuditHead, 'seq' | 'hash'>> {
  const { seq, hash } = await db
    .updateTable('auditHead')
    .set(({ eb }) => ({ seq: eb('seq', '+', count) }))
    .where('id', '=', 1)
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  return { seq: seq - count, hash };
}

export async function insertAuditEntries(db: Connection, rows: AuditTable[]): Promise<void> {
  await db.insertInto('audit').values(rows).execute();
}

export async function sealAuditHead(db: Connection, { hash, mac }: Omit<AuditHead, 'seq'>): Promise<void> {
  await db.updateTable('auditHead').set({ hash, mac }).where('id', '=', 1).execute();
}

/** Seals the head of a chain that has no entry yet; one that was sealed stays as it is. */
export async function sealEmptyAuditHead(db: Connection, mac: string): Promise<void> {
  await db.updateTable('auditHead').set({ mac }).where('seq', '=', 0).where('mac', '=', '').execute();
}

export function findAuditHead(db: Connection): Promise<AuditHead | undefined> {
  return db.selectFrom('auditHead').select(['seq', 'hash', 'mac']).where('id', '=', 1).executeTakeFirst();
}

export function findAuditEntry(db: Connection, seq: number): Promise<AuditTable | undefined> {
  return db.selectFrom('audit').selectAll().where('seq', '=', seq).executeTakeFirst();
}

export async function findFirstAuditSeq(db: Connection): Promise<number | undefined> {
  return (await db.selectFrom('audit').select('seq').orderBy('seq').limit(1).executeTakeFirst())?.seq;
}

/** The entries after `after`, oldest first, as many as `limit`. */
export function listAuditEntries(db: Connection, after: number, limit: number): Promise<AuditTable[]> {
  return db.selectFrom('audit').selectAll().where('seq', '>', after).orderBy('seq').limit(limit).execute();
}

/** What is wanted of the record; whatever is left out does not matter. */
export interface AuditQuery {
  staffId?: string | undefined;
  verb?: string | undefined;
  caseId?: string | undefined;
  /** Instants: from the first on, before the second. */
  from?: string | undefined;
  until?: string | undefined;
  /** Numbers of entries, neither of which is given itself. */
  after?: number | undefined;
  before?: number | undefined;
  newestFirst: boolean;
  limit: number;
}

export type AuditRow = AuditTable & { reference: string | null };

/** The entries that are wanted, each with the reference of its case. */
export function findAuditEntries(db: Connection, wanted: AuditQuery): Promise<AuditRow[]> {
  const { staffId, verb, caseId, from, until, after, before, newestFirst, limit } = wanted;
  return db
    .selectFrom('audit')
    .leftJoin('cases', 'cases.id', 'audit.caseId')
    .selectAll('audit')
    .select('cases.reference')
    .$if(staffId !== undefined, (query) => query.where('audit.staffId', '=', staffId ?? ''))
    .$if(verb !== undefined, (query) => query.where('audit.verb', '=', verb ?? ''))
    .$if(caseId !== undefined, (query) => query.where('audit.caseId', '=', caseId ?? ''))
    .$if(from !== undefined, (query) => query.where('audit.at', '>=', from ?? ''))
    .$if(until !== undefined, (query) => query.where('audit.at', '<', until ?? ''))
    .$if(after !== undefined, (query) => query.where('audit.seq', '>', after ?? 0))
    .$if(before !== undefined, (query) => query.where('audit.seq', '<', before ?? 0))
    .orderBy('audit.seq', newestFirst ? 'desc' : 'asc')
    .limit(limit)
    .execute();
}

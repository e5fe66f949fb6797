import type { Instant } from '../../domain/dates.ts';
import type { Connection } from './database.ts';

/** The keys with which those who help may follow a case beside the person it is about. */
export interface HelperKeysTable {
  caseId: string;
  /** SHA-256 of the key, base64url. */
  keyHash: string;
  addedAt: string;
  /** Ended for good. */
  endedAt: string | null;
}

/** One that is there already stays as it is: one that was ended stays ended. */
export async function addHelperKey(db: Connection, row: HelperKeysTable): Promise<void> {
  await db
    .insertInto('helperKeys')
    .values(row)
    .onConflict((conflict) => conflict.columns(['caseId', 'keyHash']).doNothing())
    .execute();
}

export async function endHelperKeys(db: Connection, caseId: string, at: Instant): Promise<void> {
  await db
    .updateTable('helperKeys')
    .set({ endedAt: at })
    .where('caseId', '=', caseId)
    .where('endedAt', 'is', null)
    .execute();
}

/** What a key opens, or opened. Where it was given for several cases, the first that is still open. */
export async function findHelperKey(db: Connection, keyHash: string): Promise<HelperKeysTable | undefined> {
  const withHash = db.selectFrom('helperKeys').selectAll().where('keyHash', '=', keyHash).orderBy('addedAt');
  return (await withHash.where('endedAt', 'is', null).executeTakeFirst()) ?? (await withHash.executeTakeFirst());
}

export function listHelperKeys(db: Connection, caseId: string): Promise<HelperKeysTable[]> {
  return db.selectFrom('helperKeys').selectAll().where('caseId', '=', caseId).execute();
}

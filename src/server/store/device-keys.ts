import type { Connection } from './database.ts';

/** The keys of devices with which a person came back: each opens what the first phone's opens. */
export interface DeviceKeysTable {
  /** SHA-256 of the key, base64url. */
  keyHash: string;
  caseId: string;
  addedAt: string;
  endedAt: string | null;
}

export async function addDeviceKey(db: Connection, row: Omit<DeviceKeysTable, 'endedAt'>): Promise<void> {
  await db
    .insertInto('deviceKeys')
    .values({ ...row, endedAt: null })
    .execute();
}

export function findDeviceKey(db: Connection, keyHash: string): Promise<DeviceKeysTable | undefined> {
  return db.selectFrom('deviceKeys').selectAll().where('keyHash', '=', keyHash).executeTakeFirst();
}

/**
 * Makes one key the only one of the person's own. The hashes of all others stay, so that who holds one is told that it
 * was ended.
 */
export async function replaceEveryKey(db: Connection, row: Omit<DeviceKeysTable, 'endedAt'>): Promise<void> {
  const { caseId, keyHash, addedAt } = row;
  const ending = { endedAt: addedAt };
  await db.updateTable('deviceKeys').set(ending).where('caseId', '=', caseId).where('endedAt', 'is', null).execute();
  const { followKeyHash } = await db
    .selectFrom('cases')
    .select('followKeyHash')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  await db.updateTable('cases').set({ followKeyHash: keyHash }).where('id', '=', caseId).execute();
  const other = await db.selectFrom('cases').select('id').where('followKeyHash', '=', followKeyHash).executeTakeFirst();
  // Other systems may use one key for several cases; the others it goes on opening.
  if (other) return;
  await db
    .insertInto('deviceKeys')
    .values({ caseId, keyHash: followKeyHash, addedAt, ...ending })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Of these hashes those whose keys open a case, with its id. */
export async function findOpenDeviceKeys(db: Connection, keyHashes: string[]): Promise<Map<string, string>> {
  if (keyHashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('deviceKeys')
    .select(['keyHash', 'caseId'])
    .where('keyHash', 'in', keyHashes)
    .where('endedAt', 'is', null)
    .execute();
  return new Map(rows.map(({ keyHash, caseId }) => [keyHash, caseId]));
}

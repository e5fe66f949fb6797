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

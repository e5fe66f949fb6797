import type { Connection } from './database.ts';

/** The one-time link with which the first account is made; only the latest one printed is good. */
export interface SetUpLinksTable {
  /** SHA-256 of the token, base64url. */
  tokenHash: string;
  madeAt: string;
}

export async function replaceSetUpLink(db: Connection, row: SetUpLinksTable): Promise<void> {
  await db.deleteFrom('setUpLinks').execute();
  await db.insertInto('setUpLinks').values(row).execute();
}

/** Uses the link up. False when there is none with this token. */
export async function useSetUpLink(db: Connection, tokenHash: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('setUpLinks').where('tokenHash', '=', tokenHash).executeTakeFirst();
  return numDeletedRows > 0n;
}

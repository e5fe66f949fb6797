import type { Connection } from './database.ts';

/** One-time links with which somebody takes up an account, or comes back into one. */
export interface StaffLinksTable {
  id: string;
  /** SHA-256 of the token, base64url: who has the database cannot use a link. */
  tokenHash: string;
  kind: string;
  name: string;
  email: string;
  /** With spaces between them, as are the teams. */
  roles: string;
  teams: string;
  /** Whose account it opens again; null for an invitation. */
  userId: string | null;
  madeAt: string;
  expiresAt: string;
}

/** Keeps a link, in place of those for the same address. */
export async function replaceStaffLink(db: Connection, row: StaffLinksTable): Promise<void> {
  await db.deleteFrom('staffLinks').where('email', '=', row.email).execute();
  await db.insertInto('staffLinks').values(row).execute();
}

export function listStaffLinks(db: Connection, now: string): Promise<StaffLinksTable[]> {
  return db.selectFrom('staffLinks').selectAll().where('expiresAt', '>', now).orderBy('madeAt').execute();
}

export function findStaffLink(db: Connection, tokenHash: string, now: string): Promise<StaffLinksTable | undefined> {
  return db
    .selectFrom('staffLinks')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** False when there is none with this id: it was used, replaced or ended before. */
export async function removeStaffLink(db: Connection, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('staffLinks').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function removeStaffLinksOf(db: Connection, userId: string): Promise<void> {
  await db.deleteFrom('staffLinks').where('userId', '=', userId).execute();
}

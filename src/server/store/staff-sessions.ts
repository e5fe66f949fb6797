import type { Connection } from './database.ts';

/** The sessions of one account, as far as their owner sees them. The sign-in library makes and prolongs them. */
export interface StaffSession {
  id: string;
  begunAt: Date;
  /** To a minute: that is how often it is written. */
  seenAt: Date;
}

/** Those that have not ended, the latest used first. */
export async function listSessions(db: Connection, userId: string, now: Date): Promise<StaffSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'createdAt', 'updatedAt', 'expiresAt'])
    .where('userId', '=', userId)
    .execute();
  return rows
    .filter(({ expiresAt }) => new Date(expiresAt) > now)
    .map(({ id, createdAt, updatedAt }) => ({ id, begunAt: new Date(createdAt), seenAt: new Date(updatedAt) }))
    .sort((a, b) => b.seenAt.getTime() - a.seenAt.getTime());
}

/** False when this account has no such session. */
export async function endSession(db: Connection, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('userId', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function endOtherSessions(db: Connection, userId: string, but: string): Promise<void> {
  await db.deleteFrom('session').where('userId', '=', userId).where('id', '!=', but).execute();
}

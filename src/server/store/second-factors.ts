import type { Connection } from './database.ts';

/** The last half minute whose code an account has used, counted since 1970: it and those before it are used up. */
export interface CodeStepsTable {
  userId: string;
  step: number;
}

/** The secret of somebody's authenticator, encrypted by the sign-in library. */
export function findAuthenticator(db: Connection, userId: string): Promise<{ secret: string } | undefined> {
  return db.selectFrom('twoFactor').select('secret').where('userId', '=', userId).executeTakeFirst();
}

/** The list of recovery codes, encrypted as the sign-in library does. */
export async function setRecoveryCodes(db: Connection, userId: string, backupCodes: string): Promise<void> {
  await db.updateTable('twoFactor').set({ backupCodes }).where('userId', '=', userId).execute();
}

/** False when this step or a later one was taken before; of two who take it in one moment, one succeeds. */
export async function takeCodeStep(db: Connection, userId: string, step: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('codeSteps')
    .values({ userId, step })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ step }).where('codeSteps.step', '<', step))
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** An authenticator that is to take the place of somebody's, until a code of it has been given. */
export interface NextAuthenticatorsTable {
  userId: string;
  /** Encrypted as the one in use is. */
  secret: string;
  madeAt: string;
}

export async function replaceNextAuthenticator(db: Connection, row: NextAuthenticatorsTable): Promise<void> {
  const { secret, madeAt } = row;
  await db
    .insertInto('nextAuthenticators')
    .values(row)
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ secret, madeAt }))
    .execute();
}

/** Only one that was begun after `since`, an instant. */
export function findNextAuthenticator(
  db: Connection,
  userId: string,
  since: string,
): Promise<NextAuthenticatorsTable | undefined> {
  return db
    .selectFrom('nextAuthenticators')
    .selectAll()
    .where('userId', '=', userId)
    .where('madeAt', '>', since)
    .executeTakeFirst();
}

/** From here on the codes of this secret count, and no code of it is used up yet. */
export async function changeAuthenticator(db: Connection, userId: string, secret: string): Promise<void> {
  await db.updateTable('twoFactor').set({ secret }).where('userId', '=', userId).execute();
  await db.deleteFrom('codeSteps').where('userId', '=', userId).execute();
  await db.deleteFrom('nextAuthenticators').where('userId', '=', userId).execute();
}

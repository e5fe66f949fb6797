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

/** False when this step or a later one was taken before; of two who take it in one moment, one succeeds. */
export async function takeCodeStep(db: Connection, userId: string, step: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('codeSteps')
    .values({ userId, step })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ step }).where('codeSteps.step', '<', step))
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

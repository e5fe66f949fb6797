import { symmetricEncrypt } from 'better-auth/crypto';
import { sql } from 'kysely';
import { exampleCredentials } from '../../src/server/people/examples.ts';
import type { Store } from '../../src/server/store/database.ts';
import { authSecret } from './test-app.ts';

/** A secret of an authenticator of which the example's code is the one of the tests' Friday morning. */
const exampleSecret = 'a secret of the tests';

/** What must be so for an example of the API's description to be accepted, by operation: made so just before it. */
export function examplesMadeReady(store: Store): Record<string, () => Promise<void>> {
  return {
    // The account was made before this, so from here on its sign-in asks for the code.
    'post /api/auth/sign-in/email': () => setSecondFactor(store, true),
    'post /api/auth/sign-in/code': () => setSecondFactor(store, true),
  };
}

/** Gives the example's account a second factor of which the example's code is the right one. */
async function setSecondFactor({ db, engine }: Store, isOn: boolean): Promise<void> {
  const { id } = await db
    .selectFrom('user')
    .select('id')
    .where('email', '=', exampleCredentials.email)
    .executeTakeFirstOrThrow();
  const flag = engine === 'postgres' ? isOn : Number(isOn);
  const secret = await symmetricEncrypt({ key: authSecret, data: exampleSecret });
  const codes = await symmetricEncrypt({ key: authSecret, data: '[]' });
  await db.deleteFrom('twoFactor').execute();
  await sql`insert into "twoFactor" (id, secret, "backupCodes", "userId", verified)
    values ('example', ${secret}, ${codes}, ${id}, ${flag})`.execute(db);
  await db.updateTable('user').set({ twoFactorEnabled: flag }).where('id', '=', id).execute();
}

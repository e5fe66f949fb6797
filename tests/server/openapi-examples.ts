import { symmetricEncrypt } from 'better-auth/crypto';
import { sql } from 'kysely';
import { exampleCredentials, exampleId, exampleLinkUse } from '../../src/server/people/examples.ts';
import { hashOfToken } from '../../src/server/people/tokens.ts';
import type { Store } from '../../src/server/store/database.ts';
import { replaceNextAuthenticator } from '../../src/server/store/second-factors.ts';
import { replaceStaffLink } from '../../src/server/store/staff-links.ts';
import { authSecret, friday } from './test-app.ts';

/** A secret of an authenticator of which the example's code is the one of the tests' Friday morning. */
const exampleSecret = 'a secret of the tests';

/** What must be so for an example of the API's description to be accepted, by operation: made so just before it. */
export function examplesMadeReady(store: Store): Record<string, () => Promise<void>> {
  return {
    // The account was made before this, so from here on its sign-in asks for the code.
    'post /api/auth/sign-in/email': () => setSecondFactor(store, true),
    'post /api/auth/sign-in/code': () => setSecondFactor(store, true),
    'post /api/staff/me/second-factor': () => setSecondFactor(store, false),
    'post /api/staff/me/second-factor/confirmation': () => setSecondFactor(store, false),
    'post /api/staff/me/second-factor/replacement': () => setSecondFactor(store, true),
    'post /api/staff/me/second-factor/replacement/confirmation': () => beginReplacement(store),
    'post /api/staff/me/recovery-codes': () => setSecondFactor(store, true),
    'post /api/staff/me/sessions/{id}/ending': () => addSession(store),
    'post /api/staff/links/question': () => addLink(store),
    'post /api/staff/links/{id}/ending': () => addLink(store),
    'post /api/staff/links/use': () => addLink(store),
    'post /api/staff/people/{id}/posting': () => addExampleColleague(store),
    'post /api/staff/people/{id}/second-factor-reset': () => giveSecondFactor(store),
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
  await db.deleteFrom('codeSteps').execute();
  await sql`insert into "twoFactor" (id, secret, "backupCodes", "userId", verified)
    values ('example', ${secret}, ${codes}, ${id}, ${flag})`.execute(db);
  await db.updateTable('user').set({ twoFactorEnabled: flag }).where('id', '=', id).execute();
}

/** With the same secret as before, so that the example's code is of the new authenticator. */
async function beginReplacement(store: Store): Promise<void> {
  await setSecondFactor(store, true);
  const { secret, userId } = await store.db
    .selectFrom('twoFactor')
    .select(['secret', 'userId'])
    .executeTakeFirstOrThrow();
  await replaceNextAuthenticator(store.db, { userId, secret, madeAt: friday });
}

/** The colleague whom the examples name by id, once. */
export async function addExampleColleague({ db, engine }: Store): Promise<void> {
  const at = engine === 'postgres' ? new Date() : friday;
  const no = engine === 'postgres' ? false : 0;
  await sql`insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt", role)
    values (${exampleId}, 'Ola', 'ola@example.gov.uk', ${no}, ${at}, ${at}, 'officer')
    on conflict do nothing`.execute(db);
}

async function giveSecondFactor({ db, engine }: Store): Promise<void> {
  const twoFactorEnabled = engine === 'postgres' ? true : 1;
  await db.updateTable('user').set({ twoFactorEnabled }).where('id', '=', exampleId).execute();
}

async function addSession({ db }: Store): Promise<void> {
  await sql`insert into session (id, token, "userId", "createdAt", "updatedAt", "expiresAt")
    select ${exampleId}, 'another session', id, ${friday}, ${friday}, '2027-01-01' from "user"
    where email = ${exampleCredentials.email}`.execute(db);
}

async function addLink({ db }: Store): Promise<void> {
  const who = { name: 'Kit', email: 'kit@example.gov.uk', roles: 'administrator', teams: '', userId: null };
  const tokenHash = hashOfToken(exampleLinkUse.token);
  await replaceStaffLink(db, {
    ...who,
    id: exampleId,
    tokenHash,
    kind: 'invitation',
    madeAt: friday,
    expiresAt: '2027-01-01T00:00:00.000Z',
  });
}

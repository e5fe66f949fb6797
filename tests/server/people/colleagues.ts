import type { Hono } from 'hono';
import type { Role } from '../../../src/domain/staff.ts';
import { insertAccount } from '../../../src/server/people/insert-account.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { postJson, settingsOf, signIn } from '../open-test-desk.ts';

/** Colleagues at the desk, and what they ask of it. */

export interface Colleague {
  email: string;
  password: string;
  cookie: string;
  id: string;
  get: (address: string) => Promise<Response>;
  post: (address: string, body?: unknown) => Promise<Response>;
}

export function credentialsOf(name: string) {
  return { email: `${name}@example.gov.uk`, password: `the long password of ${name}` };
}

export async function addColleague(
  store: Store,
  { name, roles, teams = [] }: { name: string; roles: Role[]; teams?: string[] },
): Promise<void> {
  await store.db
    .transaction()
    .execute((trx) => insertAccount(trx, settingsOf(store), { name, roles, teams, ...credentialsOf(name) }));
}

/** Makes the account and signs in. */
export async function colleague(
  store: Store,
  app: Hono,
  who: { name: string; roles: Role[]; teams?: string[] },
): Promise<Colleague> {
  await addColleague(store, who);
  return signedInAs(store, app, credentialsOf(who.name));
}

export async function signedInAs(
  store: Store,
  app: Hono,
  credentials: { email: string; password: string },
): Promise<Colleague> {
  const cookie = await signIn(app, credentials);
  const { id } = await store.db
    .selectFrom('user')
    .select('id')
    .where('email', '=', credentials.email)
    .executeTakeFirstOrThrow();
  return {
    ...credentials,
    cookie,
    id,
    get: async (address) => app.request(address, { headers: { Cookie: cookie } }),
    post: async (address, body = {}) => postJson(app, address, body, { Cookie: cookie }),
  };
}

import { CaseDetail } from '../../../src/domain/desk-api.ts';
import { beginChain } from '../../../src/server/audit/anchor.ts';
import { renewPasswords } from '../../../src/server/demo/accounts.ts';
import { fill } from '../../../src/server/demo/fill.ts';
import type { AuthSettings } from '../../../src/server/people/auth.ts';
import { listCases } from '../../../src/server/store/cases.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { settingsOf, signIn } from '../open-test-desk.ts';
import { auditKey, council, createTestApp } from '../test-app.ts';

/** The demonstration as it is filled, and the server over it with somebody of the staff signed in. */
export async function openDemo(store: Store, at: string) {
  const settings: AuthSettings = settingsOf(store);
  const record = async () => undefined;
  await beginChain(store.db, auditKey);
  await fill({ db: store.db, council, auditKey }, settings, record, at);
  const printed = await renewPasswords({ db: store.db, settings, council, record });
  const app = createTestApp(store, () => at);
  const cookieFor = async (key: string) => {
    const account = printed.find((each) => each.key === key);
    if (!account) throw new Error(`There is no ${key} in the demonstration.`);
    return signIn(app, account);
  };
  return { app, printed, cookieFor };
}

/** Every case there is, as the API tells an officer of it. */
export async function readEveryCase(store: Store, { app, cookieFor }: Awaited<ReturnType<typeof openDemo>>) {
  const cookie = await cookieFor('officer');
  const all: CaseDetail[] = [];
  for (const { id } of await listCases(store.db)) {
    const response = await app.request(`/api/desk/cases/${id}`, { headers: { Cookie: cookie } });
    // What is kept from this officer is none of theirs.
    if (response.status !== 404) all.push(CaseDetail.parse(await response.json()));
  }
  return all;
}

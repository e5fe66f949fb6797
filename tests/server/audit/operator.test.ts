import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordOperator } from '../../../src/server/audit/operator.ts';
import { makeOperatorsAccount, makeSetUpLink } from '../../../src/server/people/first-account.ts';
import type { Connection, Store } from '../../../src/server/store/database.ts';
import { countStaff } from '../../../src/server/store/staff.ts';
import { officer, openTestDesk, postJson, settingsOf } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { auditKey, friday, origin } from '../test-app.ts';
import { beginTestChain, check, entriesOf, refuseEntries, verbsOf } from './chain-of.ts';

describe.each(testStores)('what is done at the server itself, on $name', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await beginTestChain(store);
  });
  afterEach(() => store.close());

  const record = (verb: 'first-account-made' | 'set-up-link-made') => async (trx: Connection, details: object) =>
    void (await recordOperator(trx, auditKey, { at: friday, verb, details: { ...details } }));
  const account = () => makeOperatorsAccount(store.db, settingsOf(store), officer, record('first-account-made'));
  const link = () => makeSetUpLink(store.db, new URL(origin), friday, record('set-up-link-made'));

  it('the first account is recorded with whose it is, once, and the link to make one', async () => {
    await link();
    await account();
    await account();
    const { id } = await store.db.selectFrom('user').select('id').executeTakeFirstOrThrow();
    expect((await entriesOf(store)).map(({ staffId, verb, details }) => [staffId, verb, details])).toEqual([
      ['operator', 'set-up-link-made', '{}'],
      ['operator', 'first-account-made', `{"person":"${id}"}`],
    ]);
    expect(await check(store)).toHaveProperty('head');
  });

  it('neither is made that cannot be recorded', async () => {
    await refuseEntries(store);
    await expect(account()).rejects.toThrow();
    await expect(link()).rejects.toThrow();
    expect(await countStaff(store.db)).toBe(0);
    expect((await sql`select * from ${sql.table('setUpLinks')}`.execute(store.db)).rows).toEqual([]);
  });

  it('attempts that were not even looked at are counted, without whose they were', async () => {
    await account();
    const { app } = openTestDesk(store);
    const wrong = { ...officer, password: 'not the password' };
    const statuses: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      statuses.push((await postJson(app, '/api/auth/sign-in/email', wrong)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect((await verbsOf(store)).filter((verb) => verb === 'attempts-slowed')).toHaveLength(1);
    expect((await entriesOf(store)).at(-1)).toMatchObject({ staffId: null, details: '{"count":1}' });
  });
});

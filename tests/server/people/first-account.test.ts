import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeOperatorsAccount, makeSetUpLink, nameFrom } from '../../../src/server/people/first-account.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { countStaff } from '../../../src/server/store/staff.ts';
import { addOfficer, codeOf, cookieOf, officer, openTestDesk, postJson, settingsOf } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { origin } from '../test-app.ts';

const address = '/api/desk/set-up';
const account = { name: 'Sam Okafor', email: 'sam@example.gov.uk', password: 'a quiet evening at home' };

/** What the record of staff is told stands in tests/server/audit. */
const unrecorded = async () => undefined;

describe.each(testStores)('the first account, on $name', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const newToken = async () => {
    const link = await makeSetUpLink(store.db, new URL(origin), new Date().toISOString(), unrecorded);
    expect(link?.href).toMatch(/^http:\/\/localhost:8080\/desk#set-up=[A-Za-z0-9_-]{22,}$/);
    return link?.hash.slice('#set-up='.length) ?? '';
  };

  it('is made with the link that was printed, and signed in', async () => {
    const { app } = openTestDesk(store);
    const response = await postJson(app, address, { token: await newToken(), ...account });
    expect(response.status).toBe(200);
    const { name, email } = account;
    expect(await response.json()).toEqual({
      user: { id: expect.any(String), name, email, roles: ['officer', 'administrator'], teams: [] },
      secondFactor: 'later',
    });
    const cases = await app.request('/api/desk/cases', { headers: { Cookie: cookieOf(response) } });
    expect(cases.status).toBe(200);
    expect((await postJson(app, '/api/auth/sign-in/email', account)).status).toBe(200);
  });

  it('uses the link up', async () => {
    const { app } = openTestDesk(store);
    const token = await newToken();
    await postJson(app, address, { token, ...account });
    const again = await postJson(app, address, { token, ...account, email: 'second@example.gov.uk' });
    expect(again.status).toBe(403);
    expect(await codeOf(again)).toBe('set-up-link-invalid');
    expect(await countStaff(store.db)).toBe(1);
  });

  it('makes one account when the link is used twice in one moment', async () => {
    const { app } = openTestDesk(store);
    const token = await newToken();
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) =>
        postJson(app, address, { token, ...account, email: `${name}@example.gov.uk` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403]);
    expect(await countStaff(store.db)).toBe(1);
  });

  it('keeps only the latest link good, and only its hash', async () => {
    const { app } = openTestDesk(store);
    const old = await newToken();
    const latest = await newToken();
    const rows = await store.db.selectFrom('setUpLinks').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(latest);
    expect((await postJson(app, address, { token: old, ...account })).status).toBe(403);
    expect((await postJson(app, address, { token: latest, ...account })).status).toBe(200);
  });

  it('keeps the link good when what was typed was refused', async () => {
    const { app } = openTestDesk(store);
    const token = await newToken();
    const short = await postJson(app, address, { token, ...account, password: 'too short' });
    expect(short.status).toBe(422);
    const problem = await short.clone().json();
    expect(problem).toMatchObject({ errors: [{ pointer: '/password', code: 'too_small' }] });
    expect((await postJson(app, address, { token, ...account })).status).toBe(200);
  });

  it('prints no link once there is an account', async () => {
    await addOfficer(store);
    expect(await makeSetUpLink(store.db, new URL(origin), new Date().toISOString(), unrecorded)).toBeUndefined();
  });

  it('does not honour a link when the operator made an account meanwhile', async () => {
    const { app } = openTestDesk(store);
    const token = await newToken();
    await addOfficer(store);
    expect((await postJson(app, address, { token, ...account })).status).toBe(403);
    expect(await countStaff(store.db)).toBe(1);
  });

  it("makes the operator's account once, however often it starts", async () => {
    await Promise.all([1, 2, 3].map(() => makeOperatorsAccount(store.db, settingsOf(store), officer, unrecorded)));
    await makeOperatorsAccount(store.db, settingsOf(store), { ...officer, email: 'other@example.gov.uk' }, unrecorded);
    expect(await countStaff(store.db)).toBe(1);
  });

  it('is not made from a page of another site', async () => {
    const { app } = openTestDesk(store);
    const response = await postJson(
      app,
      address,
      { token: await newToken(), ...account },
      { Origin: 'https://elsewhere.example' },
    );
    expect(response.status).toBe(403);
    expect(await countStaff(store.db)).toBe(0);
  });

  it('refuses what is no account, and every field that nobody may choose', async () => {
    const { app } = openTestDesk(store);
    const token = 'x'.repeat(30);
    for (const body of [{}, { token: 1 }, { token: '', ...account }, { token, ...account, role: 'administrator' }]) {
      expect((await postJson(app, address, body)).status, JSON.stringify(body)).toBe(422);
    }
  });
});

describe('the name of an account the operator made', () => {
  it.each([
    ['jo.bloggs@example.gov.uk', 'Jo Bloggs'],
    ['complaints@example.gov.uk', 'Complaints'],
    ['jo_van-dam+heard@example.gov.uk', 'Jo Van Dam Heard'],
  ])('%s is %s', (email, name) => expect(nameFrom(email)).toBe(name));
});

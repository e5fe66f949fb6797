import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAuth } from '../../../src/server/people/auth.ts';
import { keepRecoveryCodes, keptRecoveryCodes } from '../../../src/server/people/recovery-codes.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { codeOf, openTestDesk, postJson, settingsOf, type TestDesk } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { type Colleague, colleague } from './colleagues.ts';
import { giveCode, givePassword, setUp as setUpFor } from './with-second-factor.ts';

// Each hashes many passwords and codes, which is slow on purpose.
describe.each(testStores)('recovery codes, on $name', { timeout: 90_000 }, ({ open }) => {
  let store: Store;
  let desk: TestDesk;
  let officer: Colleague;
  beforeEach(async () => {
    store = await open();
    desk = openTestDesk(store);
    officer = await colleague(store, desk.app, { name: 'ola', roles: ['officer'] });
  });
  afterEach(() => store.close());

  /** The sign-in library with its key, as who has both database and secrets could run it. */
  const auth = () => createAuth(store.db, settingsOf(store));
  const setUp = () => setUpFor(officer);
  const password = () => givePassword(desk, 'ola');
  const give = (cookie: string, code: string) => giveCode(desk, cookie, code);

  it('are taken once each, however they are typed', async () => {
    const { recoveryCodes, cookie } = await setUp();
    const [first = ''] = recoveryCodes;
    const typed = ` ${first.replace('-', ' ').toUpperCase()} `;
    expect((await give(await password(), typed)).status).toBe(200);
    expect(await codeOf(await give(await password(), first))).toBe('wrong-code');
    const own = await desk.app.request('/api/staff/me', { headers: { Cookie: cookie } });
    expect(await own.json()).toMatchObject({ hasSecondFactor: true, secondFactorBy: null, recoveryCodesLeft: 9 });
  });

  it('are made anew in place of the old, for who knows the password', async () => {
    const { recoveryCodes, cookie } = await setUp();
    const ask = (given: string) =>
      postJson(desk.app, '/api/staff/me/recovery-codes', { password: given }, { Cookie: cookie });
    expect(await codeOf(await ask('not the password'))).toBe('wrong-password');
    const answer = (await (await ask(officer.password)).json()) as { recoveryCodes: string[] };
    expect(answer.recoveryCodes).toHaveLength(10);
    expect(await codeOf(await give(await password(), recoveryCodes[0] ?? ''))).toBe('wrong-code');
    expect((await give(await password(), answer.recoveryCodes[0] ?? '')).status).toBe(200);
  });

  it('are kept as a slow hash, also from who has the key, and the hash is no code', async () => {
    const { recoveryCodes } = await setUp();
    const kept = await keptRecoveryCodes(auth(), officer.id);
    expect(new Set(kept).size).toBe(10);
    // Sixteen bytes of salt, the same for all of the list, and 32 that are made of each code.
    expect(kept.map((each) => each.split('.').map((part) => part.length))).toEqual(kept.map(() => [22, 43]));
    expect(new Set(kept.map((each) => each.split('.')[0])).size).toBe(1);
    for (const code of recoveryCodes) expect(kept.join()).not.toContain(code.slice(0, 5));
    expect((await give(await password(), kept[0] ?? '')).status).toBe(422);
    expect(await codeOf(await give(await password(), kept[0]?.slice(0, 10) ?? ''))).toBe('wrong-code');
    expect((await give(await password(), recoveryCodes[9] ?? '')).status).toBe(200);
    expect(await keptRecoveryCodes(auth(), officer.id)).toEqual(kept.slice(0, 9));
  });

  it('open the desk to one of two who give the same in one moment', async () => {
    const { recoveryCodes } = await setUp();
    const both = [await password(), await password()];
    const answers = await Promise.all(both.map((cookie) => give(cookie, recoveryCodes[0] ?? '')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('that were made before they were hashed are still taken, once each, until others are made', async () => {
    const { cookie } = await setUp();
    const old = ['abcde-fghjk', 'mnpqr-stuvw', '23456-789ab'];
    await keepRecoveryCodes({ trx: store.db, auth: auth() }, officer.id, old);
    expect((await give(await password(), 'ABCDE FGHJK')).status).toBe(200);
    expect(await codeOf(await give(await password(), 'abcde-fghjk'))).toBe('wrong-code');
    expect(await keptRecoveryCodes(auth(), officer.id)).toEqual(old.slice(1));
    const body = { password: officer.password };
    const renewed = await postJson(desk.app, '/api/staff/me/recovery-codes', body, { Cookie: cookie });
    expect(renewed.status).toBe(200);
    expect(await codeOf(await give(await password(), 'mnpqr-stuvw'))).toBe('wrong-code');
  });
});

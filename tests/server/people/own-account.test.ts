import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OwnAccount } from '../../../src/domain/people-api.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { codeOf, openTestDesk, postJson, type TestDesk } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { type Colleague, colleague, credentialsOf, signedInAs } from './colleagues.ts';

describe.each(testStores)('one’s own account, on $name', ({ open }) => {
  let store: Store;
  let desk: TestDesk;
  let here: Colleague;
  let elsewhere: Colleague;
  beforeEach(async () => {
    store = await open();
    desk = openTestDesk(store);
    here = await colleague(store, desk.app, { name: 'ola', roles: ['reader'] });
    elsewhere = await signedInAs(store, desk.app, credentialsOf('ola'));
  });
  afterEach(() => store.close());

  const end = (address: string, who = here, password = who.password) =>
    who.post(`/api/staff/me/sessions/${address}`, { password });
  const account = async (who = here) => OwnAccount.parse(await (await who.get('/api/staff/me')).json());

  it('shows its sessions, which of them this is, and nothing of where they are', async () => {
    const { sessions, hasSecondFactor, secondFactorBy } = await account();
    expect(sessions.map(({ isThis }) => isThis).sort()).toEqual([false, true]);
    expect(hasSecondFactor).toBe(false);
    expect(secondFactorBy).toMatch(/^\d{4}-/);
    expect(await (await here.get('/api/staff/me')).text()).not.toMatch(/address|agent|browser|token/i);
  });

  it('ends one of its sessions, and never somebody else’s', async () => {
    const other = await colleague(store, desk.app, { name: 'sam', roles: ['reader'] });
    const foreign = (await account(other)).sessions[0]?.id;
    expect(await codeOf(await end(`${foreign}/ending`))).toBe('not-found');
    expect((await other.get('/api/staff/me')).status).toBe(200);
    const that = (await account()).sessions.find(({ isThis }) => !isThis);
    expect((await end(`${that?.id}/ending`)).status).toBe(204);
    expect((await elsewhere.get('/api/staff/me')).status).toBe(401);
    expect((await here.get('/api/staff/me')).status).toBe(200);
  });

  it('ends all others at once', async () => {
    await signedInAs(store, desk.app, credentialsOf('ola'));
    expect((await end('end-others')).status).toBe(204);
    expect((await account()).sessions).toHaveLength(1);
    expect((await elsewhere.get('/api/staff/me')).status).toBe(401);
  });

  it('ends none without the password again, however often it is guessed', async () => {
    const { sessions } = await account();
    const that = sessions.find(({ isThis }) => !isThis)?.id;
    expect((await here.post(`/api/staff/me/sessions/${that}/ending`)).status).toBe(422);
    for (const address of [`${that}/ending`, 'end-others']) {
      expect(await codeOf(await end(address, here, 'not the password'))).toBe('wrong-password');
    }
    // What is gone already is no guess.
    for (let tries = 0; tries < 5; tries += 1) expect(await codeOf(await end('gone/ending'))).toBe('not-found');
    for (let tries = 0; tries < 5; tries += 1) expect((await end('end-others', here, 'a guess')).status).toBe(403);
    const rests = await end('end-others');
    expect(await codeOf(rests.clone())).toBe('too-many-attempts');
    expect(Number(rests.headers.get('retry-after'))).toBeGreaterThan(20);
    expect((await account()).sessions).toHaveLength(2);
    expect((await elsewhere.get('/api/staff/me')).status).toBe(200);
  });

  it('changes the password for who knows it, and puts out every other session', async () => {
    const next = 'a short walk by the sea';
    const change = (current: string) => here.post('/api/staff/me/password', { current, next });
    expect(await codeOf(await change('not the password'))).toBe('wrong-password');
    expect((await elsewhere.get('/api/staff/me')).status).toBe(200);
    expect((await change(here.password)).status).toBe(204);
    expect((await elsewhere.get('/api/staff/me')).status).toBe(401);
    expect((await here.get('/api/staff/me')).status).toBe(200);
    expect((await postJson(desk.app, '/api/auth/sign-in/email', credentialsOf('ola'))).status).toBe(401);
    await signedInAs(store, desk.app, { email: here.email, password: next });
  });

  it('takes a password of as many characters as may be, whichever they are', async () => {
    const next = String.fromCodePoint(...Array.from({ length: 128 }, (_, each) => 0x1f400 + each));
    expect((await here.post('/api/staff/me/password', { current: here.password, next })).status).toBe(204);
    await signedInAs(store, desk.app, { email: here.email, password: next });
    expect((await here.post('/api/staff/me/password', { current: next, next: `${next}🦉` })).status).toBe(422);
  });

  it('asks whoever lost their session in the same moment to sign in again', async () => {
    const again = () => here.post('/api/staff/me/password', { current: here.password, next: here.password });
    const both = [again(), end('end-others', elsewhere)];
    const [changed] = await Promise.all(both);
    expect([204, 401]).toContain(changed?.status);
  });

  it('finds nothing at an address with NUL in it', async () => {
    expect(await codeOf(await end('%00/ending'))).toBe('not-found');
  });

  it('takes no short password, and slows down who tries old ones at an open screen', async () => {
    const short = await here.post('/api/staff/me/password', { current: here.password, next: 'short' });
    expect(short.status).toBe(422);
    const guess = () => here.post('/api/staff/me/password', { current: 'a guess', next: 'a short walk by the sea' });
    for (let tries = 0; tries < 5; tries += 1) expect((await guess()).status).toBe(403);
    expect((await guess()).status).toBe(429);
  });
});

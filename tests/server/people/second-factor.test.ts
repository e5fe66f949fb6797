import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../src/server/store/database.ts';
import { verbsOf } from '../audit/chain-of.ts';
import { codeOf, cookieOf, openTestDesk, postJson, type TestDesk } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { createTestApp } from '../test-app.ts';
import { type Colleague, colleague, credentialsOf } from './colleagues.ts';
import { totp } from './totp.ts';
import { begin as beginFor, giveCode, givePassword, setUp as setUpFor } from './with-second-factor.ts';

// Each hashes many passwords and codes, which is slow on purpose.
describe.each(testStores)('a second factor, on $name', { timeout: 90_000 }, ({ open }) => {
  let store: Store;
  let desk: TestDesk;
  let officer: Colleague;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    store = await open();
    desk = openTestDesk(store);
    officer = await colleague(store, desk.app, { name: 'ola', roles: ['officer'] });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await store.close();
  });

  /** The code of the next half minute: each is good once. */
  const nextCode = (secret: string) => {
    vi.setSystemTime(Date.now() + 30_000);
    return totp(secret);
  };

  const begin = () => beginFor(officer);
  const setUp = () => setUpFor(officer);
  const password = () => givePassword(desk, 'ola');
  const give = (cookie: string, code: string) => giveCode(desk, cookie, code);
  const cases = (cookie: string) => desk.app.request('/api/desk/cases', { headers: { Cookie: cookie } });

  it('is asked for once it was confirmed with a code, and lets in with the right one', async () => {
    const { uri } = await begin();
    expect(uri).toMatch(/^otpauth:\/\/totp\/.*ola%40example\.gov\.uk\?secret=[A-Z2-7]+/);
    // Begun and not confirmed, it keeps nobody out.
    expect((await postJson(desk.app, '/api/auth/sign-in/email', credentialsOf('ola'))).status).toBe(200);
    const { secret, recoveryCodes, cookie } = await setUp();
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await cases(cookie)).status).toBe(200);
    expect((await cases(officer.cookie)).status).toBe(401);

    const waiting = await password();
    expect((await cases(waiting)).status).toBe(401);
    const entered = await give(waiting, nextCode(secret));
    expect(await entered.clone().json()).toMatchObject({ user: { name: 'ola' }, secondFactor: 'on' });
    expect((await cases(cookieOf(entered))).status).toBe(200);
    // The half-open door is good once.
    expect(await codeOf(await give(waiting, nextCode(secret)))).toBe('sign-in-required');
  });

  it('refuses a wrong code, an old one, and any without the password before it', async () => {
    const { secret } = await setUp();
    const waiting = await password();
    const wrong = totp(secret) === '000000' ? '111111' : '000000';
    expect(await codeOf(await give(waiting, wrong))).toBe('wrong-code');
    expect(await codeOf(await give(waiting, totp(secret, -20)))).toBe('wrong-code');
    expect(await codeOf(await give('', totp(secret)))).toBe('sign-in-required');
    expect(await codeOf(await give('heard.two_factor=2fa-x.y', totp(secret)))).toBe('sign-in-required');
    const [name, signed = ''] = waiting.split('=');
    expect(await codeOf(await give(`${name}=${signed.split('.')[0]}.forged`, totp(secret)))).toBe('sign-in-required');
  });

  it('takes each code once, also that with which it was set up, and of two in one moment one', async () => {
    const { secret } = await setUp();
    expect(await codeOf(await give(await password(), totp(secret)))).toBe('code-used');
    const code = nextCode(secret);
    const both = [await password(), await password()];
    const answers = await Promise.all(both.map((cookie) => give(cookie, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    // The library takes the one before as well; that is no way round.
    vi.setSystemTime(Date.now() + 30_000);
    expect(await codeOf(await give(await password(), totp(secret, -1)))).toBe('code-used');
    expect((await give(await password(), totp(secret))).status).toBe(200);
    expect(await codeOf(await give(await password(), totp(secret, -1)))).toBe('code-used');
  });

  it('takes a code in its half minute and the next, and none whose time has not come', async () => {
    const begun = await begin();
    const confirm = (code: string) => officer.post('/api/staff/me/second-factor/confirmation', { code });
    expect(await codeOf(await confirm(totp(begun.secret, 1)))).toBe('wrong-code');
    // Nothing of it was set up.
    expect((await postJson(desk.app, '/api/auth/sign-in/email', credentialsOf('ola'))).status).toBe(200);
    const { secret } = await setUp();
    vi.setSystemTime(Date.now() + 60_000);
    expect(await codeOf(await give(await password(), totp(secret, 1)))).toBe('wrong-code');
    expect(await codeOf(await give(await password(), totp(secret, -2)))).toBe('wrong-code');
    expect((await give(await password(), totp(secret, -1))).status).toBe(200);
  });

  it('slows guessing at codes down, however often the password is given again', async () => {
    const { secret } = await setUp();
    for (let tries = 0; tries < 5; tries += 1) expect((await give(await password(), '000000')).status).toBe(401);
    const sixth = await give(await password(), nextCode(secret));
    expect(sixth.status).toBe(429);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(20);
  });

  it('is set up only with the password, and not over one that is on', async () => {
    const without = await officer.post('/api/staff/me/second-factor', { password: 'not the password' });
    expect(await codeOf(without)).toBe('wrong-password');
    expect(await codeOf(await officer.post('/api/staff/me/second-factor/confirmation', { code: '000000' }))).toBe(
      'second-factor-off',
    );
    const { cookie } = await setUp();
    const body = { password: officer.password };
    const again = await postJson(desk.app, '/api/staff/me/second-factor', body, { Cookie: cookie });
    expect(await codeOf(again)).toBe('second-factor-on');
  });

  it('comes before everything else once the days of grace are over', async () => {
    const strict = createTestApp(store, undefined, undefined, undefined, undefined, { graceDays: 0 });
    const ask = (address: string) => strict.request(address, { headers: { Cookie: officer.cookie } });
    const shut = await ask('/api/desk/cases');
    expect(shut.status).toBe(403);
    expect(await codeOf(shut)).toBe('second-factor-needed');
    expect(await (await ask('/api/auth/get-session')).json()).toMatchObject({ secondFactor: 'now' });
    expect((await ask('/api/staff/me')).status).toBe(200);
    const { cookie } = await setUp();
    expect((await strict.request('/api/desk/cases', { headers: { Cookie: cookie } })).status).toBe(200);
  });

  it('keeps secret and recovery codes unreadable in the database', async () => {
    const { secret, recoveryCodes } = await setUp();
    const { rows } = await sql`select * from "twoFactor"`.execute(store.db);
    const kept = JSON.stringify(rows);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(recoveryCodes[0]);
  });

  it('moves to another authenticator with the password and a code, and puts out every other session', async () => {
    const { secret, recoveryCodes, cookie } = await setUp();
    const elsewhere = cookieOf(await give(await password(), nextCode(secret)));
    const post = (address: string, body: object) =>
      postJson(desk.app, `/api/staff/me/second-factor/replacement${address}`, body, { Cookie: cookie });
    const begin = (given: { password?: string; code: string }) => post('', { password: officer.password, ...given });
    expect(await codeOf(await post('/confirmation', { code: '000000' }))).toBe('second-factor-off');
    expect(await codeOf(await begin({ password: 'not the password', code: nextCode(secret) }))).toBe('wrong-password');
    expect(await codeOf(await begin({ code: '000000' }))).toBe('wrong-code');
    expect((await begin({ code: totp(secret) })).status).toBe(200);
    expect(await codeOf(await begin({ code: totp(secret) }))).toBe('code-used');
    const begun = await begin({ code: recoveryCodes[0] ?? '' });
    const next = ((await begun.json()) as { secret: string }).secret;
    expect(await codeOf(await post('/confirmation', { code: nextCode(secret) }))).toBe('wrong-code');
    // Until then the old one counts.
    expect((await give(await password(), totp(secret))).status).toBe(200);
    expect((await cases(elsewhere)).status).toBe(200);
    expect((await post('/confirmation', { code: totp(next) })).status).toBe(204);
    expect([(await cases(cookie)).status, (await cases(elsewhere)).status]).toEqual([200, 401]);
    expect(await codeOf(await give(await password(), nextCode(secret)))).toBe('wrong-code');
    expect((await give(await password(), totp(next))).status).toBe(200);
    expect((await give(await password(), recoveryCodes[1] ?? '')).status).toBe(200);
    expect((await verbsOf(store)).filter((verb) => verb.startsWith('second-factor-repl'))).toEqual([
      'second-factor-replacing',
      'second-factor-replacing',
      'second-factor-replaced',
    ]);
  });

  it('takes no new authenticator after ten minutes, nor where none is on', async () => {
    const none = { password: officer.password, code: '000000' };
    expect(await codeOf(await officer.post('/api/staff/me/second-factor/replacement', none))).toBe('second-factor-off');
    const { secret, cookie } = await setUp();
    const body = { password: officer.password, code: nextCode(secret) };
    const post = (address: string, given: object) =>
      postJson(desk.app, `/api/staff/me/second-factor/replacement${address}`, given, { Cookie: cookie });
    const begun = (await (await post('', body)).json()) as { secret: string };
    vi.setSystemTime(Date.now() + 10 * 60_000);
    expect(await codeOf(await post('/confirmation', { code: totp(begun.secret) }))).toBe('second-factor-off');
  });

  it('is taken away by an administrator, and is then to be set up again', async () => {
    const admin = await colleague(store, desk.app, { name: 'ada', roles: ['administrator'] });
    const { cookie } = await setUp();
    const reset = await admin.post(`/api/staff/people/${officer.id}/second-factor-reset`);
    expect(await reset.json()).toMatchObject({ hasSecondFactor: false });
    expect((await cases(cookie)).status).toBe(401);
    const entered = await postJson(desk.app, '/api/auth/sign-in/email', credentialsOf('ola'));
    expect(await entered.json()).toMatchObject({ user: { name: 'ola' } });
    expect(await codeOf(await admin.post(`/api/staff/people/${officer.id}/second-factor-reset`))).toBe(
      'second-factor-off',
    );
  });

  it('still stands when the password was forgotten and replaced', async () => {
    const admin = await colleague(store, desk.app, { name: 'ada', roles: ['administrator'] });
    const { secret } = await setUp();
    const issued = await admin.post(`/api/staff/people/${officer.id}/recovery-link`);
    const { link } = (await issued.json()) as { link: string };
    const token = new URL(link).hash.replace('#welcome=', '');
    const used = await postJson(desk.app, '/api/staff/links/use', { token, password: 'quite another one' });
    expect(await used.clone().json()).toEqual({ next: 'code' });
    expect((await give(cookieOf(used), nextCode(secret))).status).toBe(200);
  });
});

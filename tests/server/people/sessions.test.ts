import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/server/store/database.ts';
import { addOfficer, codeOf, cookieOf, officer, openTestDesk, postJson, signIn } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { origin } from '../test-app.ts';

const wrong = { ...officer, password: 'not the password' };
const address = '/api/auth/sign-in/email';

describe.each(testStores)('signing in, on $name', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await addOfficer(store);
  });
  afterEach(() => store.close());

  it('answers with who it is and a session cookie that scripts cannot read', async () => {
    const { app } = openTestDesk(store);
    const response = await postJson(app, address, officer);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      user: {
        id: expect.any(String),
        name: 'Jo Bloggs',
        email: officer.email,
        roles: ['officer', 'administrator'],
        teams: [],
      },
      secondFactor: 'later',
    });
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^heard\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).not.toMatch(/Secure/i);
  });

  it('makes the cookie Secure when the service is public', async () => {
    const { app } = openTestDesk(store, 'https://heard.example.gov.uk');
    const response = await postJson(app, address, officer, { Origin: 'https://heard.example.gov.uk' });
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-heard\.session_token=.*; Path=\/; .*Secure/i);
  });

  it('takes the address in any case, and knows who is signed in afterwards', async () => {
    const { app } = openTestDesk(store);
    const cookie = await signIn(app, { ...officer, email: officer.email.toUpperCase() });
    const response = await app.request('/api/auth/get-session', { headers: { Cookie: cookie } });
    expect(await response.json()).toMatchObject({ user: { email: officer.email } });
  });

  it('stores neither an address of the network nor a browser with the session', async () => {
    const { app } = openTestDesk(store);
    await postJson(app, address, officer, { 'User-Agent': 'Telltale/1.0', 'X-Forwarded-For': '203.0.113.7' });
    const { rows } = await sql`select * from session`.execute(store.db);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ ipAddress: null, userAgent: null });
  });

  it('says the same of an unknown address as of a wrong password', async () => {
    const { app } = openTestDesk(store);
    const unknown = await postJson(app, address, { ...wrong, email: 'nobody@example.gov.uk' });
    const known = await postJson(app, address, wrong);
    expect([unknown.status, known.status]).toEqual([401, 401]);
    expect(await unknown.json()).toEqual(await known.json());
  });

  it('slows down guessing at one account, and leaves the others alone', async () => {
    const { app } = openTestDesk(store);
    for (let tries = 0; tries < 5; tries += 1) expect((await postJson(app, address, wrong)).status).toBe(401);
    const sixth = await postJson(app, address, officer);
    expect(sixth.status).toBe(429);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(30);
    expect(await codeOf(sixth)).toBe('too-many-attempts');
    expect((await postJson(app, address, { ...wrong, email: 'sam@example.gov.uk' })).status).toBe(401);
  });

  it('lets no more through when many guesses come in one moment', async () => {
    const { app } = openTestDesk(store);
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async () => (await postJson(app, address, wrong)).status),
    );
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
  });

  it('forgives those who mistyped', async () => {
    const { app } = openTestDesk(store);
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) expect((await postJson(app, address, wrong)).status).toBe(401);
      await signIn(app);
    }
  });

  it('ends the session when signing out, also for who kept the cookie', async () => {
    const { app } = openTestDesk(store);
    const cookie = await signIn(app);
    const response = await postJson(app, '/api/auth/sign-out', {}, { Cookie: cookie });
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(/Max-Age=0/i);
    const after = await app.request('/api/auth/get-session', { headers: { Cookie: cookie } });
    expect(await after.json()).toBeNull();
  });

  it('ends a session that was not used for half an hour', async () => {
    const { app } = openTestDesk(store);
    const cookie = await signIn(app);
    const past = new Date(Date.now() - 1000);
    await sql`update session set ${sql.ref('expiresAt')} = ${store.engine === 'sqlite' ? past.toISOString() : past}`.execute(
      store.db,
    );
    expect((await app.request('/api/desk/cases', { headers: { Cookie: cookie } })).status).toBe(401);
  });

  it('keeps a session that is used, and ends it after twelve hours all the same', async () => {
    const { app } = openTestDesk(store);
    const cookie = await signIn(app);
    const set = async (column: string, at: Date) =>
      sql`update session set ${sql.ref(column)} = ${store.engine === 'sqlite' ? at.toISOString() : at}`.execute(
        store.db,
      );
    await set('expiresAt', new Date(Date.now() + 60_000));
    const used = await app.request('/api/desk/cases', { headers: { Cookie: cookie } });
    expect(used.status).toBe(200);
    expect(cookieOf(used)).toMatch(/^heard\.session_token=/);
    await set('createdAt', new Date(Date.now() - 12.1 * 3_600_000));
    expect((await app.request('/api/desk/cases', { headers: { Cookie: cookie } })).status).toBe(401);
    expect((await sql`select * from session`.execute(store.db)).rows).toHaveLength(0);
  });

  it('ends the session that this browser had before, at each sign-in', async () => {
    const { app } = openTestDesk(store);
    const first = await signIn(app);
    const elsewhere = await signIn(app);
    const second = cookieOf(await postJson(app, address, officer, { Cookie: first }));
    expect(second).not.toBe(first);
    const statusWith = async (cookie: string) =>
      (await app.request('/api/desk/cases', { headers: { Cookie: cookie } })).status;
    expect([await statusWith(first), await statusWith(second), await statusWith(elsewhere)]).toEqual([401, 200, 200]);
    await postJson(app, address, wrong, { Cookie: second });
    expect(await statusWith(second)).toBe(200);
  });

  it('believes no cookie it did not sign', async () => {
    const { app } = openTestDesk(store);
    const cookie = await signIn(app);
    const token = cookie.split('=')[1]?.split('.')[0];
    for (const forged of [
      `heard.session_token=${token}`,
      `heard.session_token=${token}.AAAA`,
      'heard.session_token=',
    ]) {
      expect((await app.request('/api/desk/cases', { headers: { Cookie: forged } })).status).toBe(401);
    }
  });

  it('accepts this machine by each of its names, and no page of another site', async () => {
    const { app } = openTestDesk(store);
    for (const name of ['localhost', '127.0.0.1', '[::1]']) {
      expect((await postJson(app, address, officer, { Origin: `http://${name}:8080` })).status).toBe(200);
    }
    for (const foreign of [
      'https://elsewhere.example',
      'null',
      'http://localhost:9090',
      `${origin}.elsewhere.example`,
    ]) {
      const response = await postJson(app, address, officer, { Origin: foreign });
      expect(response.status).toBe(403);
      expect(await codeOf(response)).toBe('foreign-origin');
    }
  });

  it('refuses what are not credentials, without repeating it', async () => {
    const { app } = openTestDesk(store);
    for (const [what, body, status, code] of [
      ['no JSON', '{', 400, 'malformed-json'],
      ['a list', '[]', 422, 'invalid-body'],
      ['no password', '{"email":"jo@example.gov.uk"}', 422, 'invalid-body'],
      ['an object as password', '{"email":"jo@example.gov.uk","password":{"$ne":""}}', 422, 'invalid-body'],
      ['a password without end', JSON.stringify({ ...officer, password: 'x'.repeat(5000) }), 422, 'invalid-body'],
      ['a body without end', JSON.stringify({ ...officer, more: 'x'.repeat(600_000) }), 413, 'too-large'],
    ] as const) {
      const response = await postJson(app, address, body);
      expect(response.status, what).toBe(status);
      expect(await response.clone().text(), what).not.toContain('jo@example');
      expect(await codeOf(response), what).toBe(code);
    }
  });

  it('refuses a form, which another site could send', async () => {
    const { app } = openTestDesk(store);
    const response = await postJson(app, address, 'email=a&password=b', {
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    expect(response.status).toBe(415);
  });

  it('has no other door', async () => {
    const { app } = openTestDesk(store);
    for (const path of ['sign-up/email', 'list-sessions', 'update-user', 'change-password', 'request-password-reset']) {
      const response = await postJson(app, `/api/auth/${path}`, { ...officer, name: 'Mallory' });
      expect(response.status, path).toBe(404);
    }
  });
});

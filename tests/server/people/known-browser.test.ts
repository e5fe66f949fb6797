import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/server/store/database.ts';
import { addOfficer, officer, openTestDesk, postJson } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';

const address = '/api/auth/sign-in/email';
const wrong = { ...officer, password: 'not the password' };

/** What a browser keeps of the answer to know itself by, without the session. */
function knownCookie(response: Response): string {
  return (response.headers.getSetCookie().find((cookie) => cookie.includes('heard.known-')) ?? '').split(';')[0] ?? '';
}

describe.each(testStores)(
  'a browser in which somebody has signed in before, on $name',
  { timeout: 60_000 },
  ({ open }) => {
    let store: Store;
    let app: Hono;
    beforeEach(async () => {
      store = await open();
      await addOfficer(store);
      ({ app } = openTestDesk(store));
    });
    afterEach(() => store.close());

    const attempt = async (credentials: typeof officer, cookie?: string) =>
      (await postJson(app, address, credentials, cookie ? { Cookie: cookie } : {})).status;
    const guessUntilItRests = async (cookie?: string) => {
      for (let tries = 0; tries < 5; tries += 1) expect(await attempt(wrong, cookie)).toBe(401);
      expect(await attempt(wrong, cookie)).toBe(429);
    };

    it('is let in with the right password while somebody else guesses at the account', async () => {
      const mine = knownCookie(await postJson(app, address, officer));
      await guessUntilItRests();
      expect(await attempt(officer)).toBe(429);
      expect(await attempt(officer, mine)).toBe(200);
      // Getting in there forgives nothing that was tried elsewhere.
      expect(await attempt(officer)).toBe(429);
    });

    it('may guess as few times as one that nobody knows', async () => {
      const mine = knownCookie(await postJson(app, address, officer));
      await guessUntilItRests(mine);
      expect(await attempt(officer, mine)).toBe(429);
      expect(await attempt(officer)).toBe(200);
    });

    it('is known to its own account, and by nothing that was made up', async () => {
      const mine = knownCookie(await postJson(app, address, officer));
      const [name, value = ''] = mine.split('=');
      const [browser, seal] = value.split('.');
      await guessUntilItRests();
      for (const forged of [
        `${name}=other.${seal}`,
        `${name}=${browser}.AAAA`,
        `${name}=${browser}`,
        `heard.known=${value}`,
      ]) {
        expect(await attempt(officer, forged), forged).toBe(429);
      }
      const sam = { email: 'sam@example.gov.uk', password: 'not the password' };
      for (let tries = 0; tries < 5; tries += 1) expect(await attempt(sam)).toBe(401);
      expect(await attempt(sam, mine)).toBe(429);
    });

    it('keeps a cookie that opens nothing, and that no script and no other site gets', async () => {
      const response = await postJson(app, address, officer);
      const cookie = response.headers.getSetCookie().find((each) => each.includes('heard.known-'));
      expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
      expect((await app.request('/api/desk/cases', { headers: { Cookie: knownCookie(response) } })).status).toBe(401);
      const there = openTestDesk(store, 'https://heard.example.gov.uk').app;
      const safely = await postJson(there, address, officer, { Origin: 'https://heard.example.gov.uk' });
      for (const each of safely.headers.getSetCookie()) {
        expect(each).toMatch(/^__Host-heard\..*; Path=\/; .*Secure/i);
        expect(each).not.toMatch(/Domain/i);
      }
    });
  },
);

import { sql } from 'kysely';
import type { OpenAPIV3_1 } from 'openapi-types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRecoveryCodes } from '../../../src/server/people/recovery-codes.ts';
import { newToken } from '../../../src/server/people/tokens.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { openTestDesk, postJson, type TestDesk } from '../open-test-desk.ts';
import { openTestSqlite } from '../open-test-store.ts';
import { type Colleague, colleague, credentialsOf } from './colleagues.ts';
import { begin } from './with-second-factor.ts';

/** What opens an account is long enough, and drawn anew each time. */

let store: Store;
let desk: TestDesk;
let officer: Colleague;
beforeEach(async () => {
  store = await openTestSqlite();
  desk = openTestDesk(store);
  officer = await colleague(store, desk.app, { name: 'ola', roles: ['officer'] });
});
afterEach(() => store.close());

const bitsOf = (letters: number, length: number) => length * Math.log2(letters);

/** Whether no two are the same, and no place in them always holds the same. */
function expectDrawn(all: readonly string[]): void {
  expect(new Set(all).size).toBe(all.length);
  const length = all[0]?.replaceAll('-', '').length ?? 0;
  for (let at = 0; at < length; at += 1) {
    expect(new Set(all.map((each) => each.replaceAll('-', '')[at])).size).toBeGreaterThan(1);
  }
}

describe('what opens an account', { timeout: 60_000 }, () => {
  it('a session is known by 128 random bits and more, others each time', async () => {
    const tokens: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      const [cookie = ''] = (await postJson(desk.app, '/api/auth/sign-in/email', credentialsOf('ola'))).headers
        .getSetCookie()
        .map((each) => decodeURIComponent(each));
      tokens.push(/^heard\.session_token=([^.;]+)\./.exec(cookie)?.[1] ?? '');
    }
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(bitsOf(62, 32)).toBeGreaterThan(128);
    expectDrawn(tokens);
    // Small letters, capitals and digits are all drawn from: of 256 some 61 are to be seen.
    expect(new Set(tokens.join('')).size).toBeGreaterThan(45);
  });

  it('recovery codes are ten letters of 31, every one drawn anew', async () => {
    const lists: string[][] = [];
    for (let count = 0; count < 4; count += 1) lists.push((await makeRecoveryCodes()).codes);
    const codes = lists.flat();
    expect(codes).toHaveLength(40);
    for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
    // OWASP asks for 20 bits.
    expect(bitsOf(new Set(codes.join('').replaceAll('-', '')).size, 10)).toBeGreaterThan(49);
    expectDrawn(codes);
  });

  it('an authenticator is given a secret of 160 bits and more, another each time', async () => {
    const secrets: string[] = [];
    for (let count = 0; count < 6; count += 1) secrets.push((await begin(officer)).secret);
    for (const secret of secrets) {
      expect(secret).toMatch(/^[A-Z2-7]+$/);
      // As the authenticator reads it: letters, digits and two signs, of 32 places.
      expect(Math.floor((secret.length * 5) / 8)).toBe(32);
    }
    expect(bitsOf(62, 32)).toBeGreaterThan(160);
    expect(new Set(secrets).size).toBe(6);
  });

  it('a link that lets somebody in carries 192 random bits', () => {
    const tokens = Array.from({ length: 50 }, newToken);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);
    expectDrawn(tokens);
  });
});

describe('a password', { timeout: 60_000 }, () => {
  it('that was chosen ten years ago lets in as ever, and nobody is asked for another', async () => {
    const ago = new Date(Date.now() - 10 * 365 * 86_400_000).toISOString();
    const aged = sql`update account set ${sql.ref('createdAt')} = ${ago}, ${sql.ref('updatedAt')} = ${ago}`;
    expect((await aged.execute(store.db)).numAffectedRows).toBe(1n);
    const answer = await postJson(desk.app, '/api/auth/sign-in/email', credentialsOf('ola'));
    expect(answer.status).toBe(200);
    expect(Object.keys((await answer.json()) as object).sort()).toEqual(['secondFactor', 'user']);
    expect((await officer.get('/api/staff/me')).status).toBe(200);
  });

  it('has no hint and no secret question beside it: no way in takes or tells anything else', async () => {
    const document = (await (await desk.app.request('/api/openapi.json')).json()) as OpenAPIV3_1.Document;
    const taken = (path: string) => {
      const body = document.paths?.[path]?.post?.requestBody as OpenAPIV3_1.RequestBodyObject | undefined;
      const schema = body?.content['application/json']?.schema as OpenAPIV3_1.SchemaObject | undefined;
      return Object.keys(schema?.properties ?? {}).sort();
    };
    const ways = Object.keys(document.paths ?? {}).filter((path) =>
      /^\/api\/(auth|desk\/set-up|staff\/links\/\w)/.test(path),
    );
    expect(Object.fromEntries(ways.map((way) => [way, taken(way)]))).toEqual({
      '/api/auth/sign-in/email': ['email', 'password'],
      '/api/auth/sign-in/code': ['code'],
      '/api/auth/sign-out': [],
      '/api/auth/get-session': [],
      '/api/desk/set-up': ['email', 'name', 'password', 'token'],
      '/api/staff/links/question': ['token'],
      '/api/staff/links/use': ['password', 'token'],
    });
  });
});

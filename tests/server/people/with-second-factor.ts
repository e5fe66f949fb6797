import { expect } from 'vitest';
import { cookieOf, postJson, type TestDesk } from '../open-test-desk.ts';
import { type Colleague, credentialsOf } from './colleagues.ts';
import { totp } from './totp.ts';

/** A desk at which somebody has a second factor, and signs in with it. */

/** Asks for a secret, with the password: nothing is asked at sign-in until it is confirmed. */
export async function begin(who: Colleague): Promise<{ uri: string; secret: string }> {
  const begun = await who.post('/api/staff/me/second-factor', { password: who.password });
  expect(begun.status).toBe(200);
  return (await begun.json()) as { uri: string; secret: string };
}

/** Sets it up; gives the secret, the recovery codes and the session that came with it. */
export async function setUp(who: Colleague) {
  const { secret } = await begin(who);
  const confirmed = await who.post('/api/staff/me/second-factor/confirmation', { code: totp(secret) });
  expect(confirmed.status).toBe(200);
  const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] };
  return { secret, recoveryCodes, cookie: cookieOf(confirmed) };
}

/** The first half of signing in: gives the cookie with which a code is then given. */
export async function givePassword({ app }: TestDesk, name: string): Promise<string> {
  const asked = await postJson(app, '/api/auth/sign-in/email', credentialsOf(name));
  expect(asked.status).toBe(200);
  expect(await asked.json()).toEqual({ next: 'code' });
  return cookieOf(asked);
}

export function giveCode({ app }: TestDesk, cookie: string, code: string): Promise<Response> {
  return Promise.resolve(postJson(app, '/api/auth/sign-in/code', { code }, { Cookie: cookie }));
}

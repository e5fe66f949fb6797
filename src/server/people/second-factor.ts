import { APIError } from 'better-auth/api';
import type { ProblemCode } from '../../domain/problems.ts';
import { type Refused, TakenBack } from '../audit/change-and-record.ts';
import type { Connection } from '../store/database.ts';
import type { Auth } from './auth.ts';
import { takeStep } from './code-steps.ts';
import { asKept, keepRecoveryCodes, type MadeCodes } from './recovery-codes.ts';
import { checkPassword, type Doorkeeper, freshSession, rethrow, type Session } from './sessions.ts';

/** The second factor through the sign-in library: a code of six digits every half minute, and ten for a bad day. */

/** The library over a transaction, and that transaction. */
export interface Within {
  trx: Connection;
  auth: Auth;
}

/** What was given: a code of the authenticator, or a recovery code, which is used up by it. */
export interface GivenCode {
  kind: 'authenticator' | 'recovery';
  /** Six digits; or how the recovery code would stand among those that are kept. */
  code: string;
}

export type Verified = { session: Session; kind: GivenCode['kind'] } | Refused;

/** What somebody typed for the second factor of this account. No transaction may wait for it: it may take a while. */
export async function readCode(auth: Auth, userId: string, typed: string): Promise<GivenCode> {
  const code = codeOf(typed);
  if (isDigits(typed)) return { kind: 'authenticator', code };
  return { kind: 'recovery', code: await asKept(auth, userId, code) };
}

/** Whose sign-in waits for a code, by the cookie that was set with the password; undefined when none does. */
export async function whoIsAsked(auth: Auth, request: Headers): Promise<string | undefined> {
  const { internalAdapter } = await auth.$context;
  const challenge = challengeCookie(request)?.value.split('.')[0];
  if (!challenge?.startsWith('2fa-')) return undefined;
  return (await internalAdapter.findVerificationValue(challenge))?.value;
}

/** The second half of signing in, for whom `whoIsAsked` gave. */
export async function signInWithCode(
  door: Doorkeeper & Within,
  asked: string,
  request: Headers,
  given: GivenCode,
): Promise<Verified> {
  // With the session of somebody else beside it, the library would look at that one's code, and count no attempts.
  const cookie = challengeCookie(request);
  if (!cookie) return { problem: 'sign-in-required' };
  let opened: { token: string | undefined; cookies: string[] };
  try {
    const headers = new Headers({ Cookie: `${cookie.name}=${cookie.encoded}` });
    const verified = await verify(door.auth, headers, given);
    opened = { token: verified.response.token, cookies: verified.headers.getSetCookie() };
  } catch (error) {
    return { problem: problemOf(error) };
  }
  await takeCode(door, asked, given);
  const session = opened.token && (await freshSession(door, opened.token, opened.cookies));
  return session ? { session, kind: given.kind } : { problem: 'sign-in-required' };
}

/** Gives the address with the secret that an authenticator takes. Nothing is asked at sign-in until it is confirmed. */
export async function beginSecondFactor(
  auth: Auth,
  request: Headers,
  password: string,
): Promise<{ uri: string } | Refused> {
  try {
    const answer = await auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: request });
    if (!('totpURI' in answer)) throw new Error('The library has set up no authenticator.');
    return { uri: answer.totpURI };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** Turns it on with a first code, with these recovery codes, under a new session: gives its cookies. */
export async function confirmSecondFactor(
  { trx, auth }: Within,
  userId: string,
  request: Headers,
  typed: string,
  { kept }: MadeCodes,
): Promise<{ cookies: string[] } | Refused> {
  const given: GivenCode = { kind: 'authenticator', code: codeOf(typed) };
  let cookies: string[];
  try {
    const body = { code: given.code };
    cookies = (await auth.api.verifyTOTP({ body, headers: request, returnHeaders: true })).headers.getSetCookie();
  } catch (error) {
    return { problem: problemOf(error) };
  }
  await takeCode({ trx, auth }, userId, given);
  await keepRecoveryCodes({ trx, auth }, userId, kept);
  return { cookies };
}

/** Puts these recovery codes in place of those before, for who knows the password. */
export async function renewRecoveryCodes(
  within: Within,
  userId: string,
  request: Headers,
  password: string,
  { kept }: MadeCodes,
): Promise<object | Refused> {
  if (!(await checkPassword(within.auth, request, password))) return { problem: 'wrong-password' };
  await keepRecoveryCodes(within, userId, kept);
  return {};
}

export function verify(auth: Auth, headers: Headers, { kind, code }: GivenCode) {
  if (kind === 'authenticator') return auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true });
  return auth.api.verifyBackupCode({ body: { code }, headers, returnHeaders: true });
}

export function isDigits(given: string): boolean {
  return /^\d{6}$/.test(codeOf(given));
}

/**
 * Uses a right code up, after the library found it right: with a forged cookie nobody uses up a code. One that was used
 * before, or whose time has not come, takes back whatever it has opened.
 */
export async function takeCode(within: Within, userId: string, { kind, code }: GivenCode): Promise<void> {
  if (kind === 'recovery') return;
  const step = await takeStep(within, userId, code, Date.now());
  if (step !== 'taken') throw new TakenBack(step === 'used' ? 'code-used' : 'wrong-code');
}

// As people type what they read: with spaces, in capitals, without the hyphen.
export function codeOf(given: string): string {
  const code = given.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return code.length === 10 ? `${code.slice(0, 5)}-${code.slice(5)}` : code;
}

function challengeCookie(request: Headers): { name: string; encoded: string; value: string } | undefined {
  const found = /(?:^|;\s*)((?:__Host-)?heard\.two_factor)=([^;]+)/.exec(request.get('cookie') ?? '');
  const [, name, encoded] = found ?? [];
  if (!name || !encoded) return undefined;
  try {
    return { name, encoded, value: decodeURIComponent(encoded) };
  } catch {
    return undefined;
  }
}

const problems: Record<string, ProblemCode> = {
  INVALID_CODE: 'wrong-code',
  INVALID_BACKUP_CODE: 'wrong-code',
  INVALID_PASSWORD: 'wrong-password',
  INVALID_TWO_FACTOR_COOKIE: 'sign-in-required',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'sign-in-required',
  ACCOUNT_TEMPORARILY_LOCKED: 'too-many-attempts',
  TOTP_ALREADY_ENABLED: 'second-factor-on',
  TOTP_NOT_ENABLED: 'second-factor-off',
  TWO_FACTOR_NOT_ENABLED: 'second-factor-off',
  BACKUP_CODES_NOT_ENABLED: 'second-factor-off',
};

export function problemOf(error: unknown): ProblemCode {
  const code = error instanceof APIError ? error.body?.code : undefined;
  const found = code === undefined ? undefined : problems[code];
  // Of two who use one recovery code in one moment, the library refuses the second without a code of its own.
  if (!found && error instanceof APIError && error.statusCode === 409) return 'wrong-code';
  return found ?? rethrow(error);
}

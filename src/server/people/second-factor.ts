import { APIError } from 'better-auth/api';
import type { ProblemCode } from '../../domain/problems.ts';
import { type Refused, TakenBack } from '../audit/change-and-record.ts';
import type { Connection } from '../store/database.ts';
import type { Auth } from './auth.ts';
import { takeStep } from './code-steps.ts';
import { type Doorkeeper, freshSession, rethrow, type Session } from './sessions.ts';

/** The second factor through the sign-in library: a code of six digits every half minute, and ten for a bad day. */

/** The library over a transaction, and that transaction. */
export interface Within {
  trx: Connection;
  auth: Auth;
}

/** `kind` is what was given: a code of the authenticator, or a recovery code, which is used up by it. */
export type Verified = { session: Session; kind: 'authenticator' | 'recovery' } | Refused;

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
  given: string,
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
  return session ? { session, kind: isDigits(given) ? 'authenticator' : 'recovery' } : { problem: 'sign-in-required' };
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

/** Turns it on with a first code, under a new session: gives its cookies. */
export async function confirmSecondFactor(
  { trx, auth }: Within,
  userId: string,
  request: Headers,
  given: string,
): Promise<{ cookies: string[] } | Refused> {
  let cookies: string[];
  try {
    const body = { code: codeOf(given) };
    cookies = (await auth.api.verifyTOTP({ body, headers: request, returnHeaders: true })).headers.getSetCookie();
  } catch (error) {
    return { problem: problemOf(error) };
  }
  await takeCode({ trx, auth }, userId, given);
  return { cookies };
}

/** The recovery codes that are left. */
export async function recoveryCodesOf(auth: Auth, userId: string): Promise<string[]> {
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId } }).catch(rethrow);
  return backupCodes;
}

export async function newRecoveryCodes(
  auth: Auth,
  request: Headers,
  password: string,
): Promise<{ recoveryCodes: string[] } | Refused> {
  try {
    const { backupCodes } = await auth.api.generateBackupCodes({ body: { password }, headers: request });
    return { recoveryCodes: backupCodes };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

export function verify(auth: Auth, headers: Headers, given: string) {
  const code = codeOf(given);
  if (isDigits(given)) return auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true });
  return auth.api.verifyBackupCode({ body: { code }, headers, returnHeaders: true });
}

export function isDigits(given: string): boolean {
  return /^\d{6}$/.test(codeOf(given));
}

/**
 * Uses a right code up, after the library found it right: with a forged cookie nobody uses up a code. One that was used
 * before takes back whatever it has opened.
 */
export async function takeCode(within: Within, userId: string, given: string): Promise<void> {
  if (isDigits(given) && !(await takeStep(within, userId, codeOf(given), Date.now()))) throw new TakenBack('code-used');
}

// As people type what they read: with spaces, in capitals, without the hyphen.
export function codeOf(given: string): string {
  const code = given.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return code.length === 10 ? `${code.slice(0, 5)}-${code.slice(5)}` : code;
}

function challengeCookie(request: Headers): { name: string; encoded: string; value: string } | undefined {
  const found = /(?:^|;\s*)((?:__Secure-)?heard\.two_factor)=([^;]+)/.exec(request.get('cookie') ?? '');
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

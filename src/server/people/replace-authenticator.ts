import { createOTP } from '@better-auth/utils/otp';
import { generateRandomString, symmetricEncrypt } from 'better-auth/crypto';
import type { Refused } from '../audit/change-and-record.ts';
import {
  changeAuthenticator,
  findAuthenticator,
  findNextAuthenticator,
  replaceNextAuthenticator,
  takeCodeStep,
} from '../store/second-factors.ts';
import { endOtherSessions } from '../store/staff-sessions.ts';
import { issuerAt } from './auth.ts';
import { readSecret, stepOf } from './code-steps.ts';
import { codeOf, type GivenCode, isDigits, problemOf, takeCode, verify, type Within } from './second-factor.ts';
import { checkPassword, type Session } from './sessions.ts';

/** A new phone: another authenticator in place of the one in use, by who knows the password and still has a code. */

/** How long after it was begun the new one may be confirmed, in milliseconds. */
const patience = 10 * 60_000;
/** As long as those that the sign-in library makes. */
const secretLength = 32;

/** Gives the new secret. The old authenticator counts until a code of the new one was given. */
export async function beginReplacement(
  within: Within,
  { officer }: Session,
  request: Headers,
  { password, code }: { password: string; code: GivenCode },
  publicUrl: URL,
): Promise<{ uri: string } | Refused> {
  const { trx, auth } = within;
  if (!(await findAuthenticator(trx, officer.id))) return { problem: 'second-factor-off' };
  if (!(await checkPassword(auth, request, password))) return { problem: 'wrong-password' };
  try {
    await verify(auth, request, code);
  } catch (error) {
    return { problem: problemOf(error) };
  }
  await takeCode(within, officer.id, code);
  const secret = generateRandomString(secretLength, 'a-z', 'A-Z', '0-9');
  const { secretConfig: key } = await auth.$context;
  const row = { userId: officer.id, secret: await symmetricEncrypt({ key, data: secret }) };
  await replaceNextAuthenticator(trx, { ...row, madeAt: new Date().toISOString() });
  return { uri: createOTP(secret).url(issuerAt(publicUrl), officer.email) };
}

/** From here on the new one counts, and every other session has ended: the old phone may be in other hands. */
export async function confirmReplacement(
  { trx, auth }: Within,
  { id, officer }: Session,
  given: string,
): Promise<object | Refused> {
  const since = new Date(Date.now() - patience).toISOString();
  const next = await findNextAuthenticator(trx, officer.id, since);
  if (!next || !(await findAuthenticator(trx, officer.id))) return { problem: 'second-factor-off' };
  const step = isDigits(given)
    ? await stepOf(await readSecret(auth, next.secret), codeOf(given), Date.now())
    : undefined;
  if (step === undefined) return { problem: 'wrong-code' };
  await changeAuthenticator(trx, officer.id, next.secret);
  await takeCodeStep(trx, officer.id, step);
  await endOtherSessions(trx, officer.id, id);
  return {};
}

import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt } from 'better-auth/crypto';
import type { Connection } from '../store/database.ts';
import { findAuthenticator, takeCodeStep } from '../store/second-factors.ts';
import type { Auth } from './auth.ts';

/**
 * A code is good for half a minute, and the library takes it for as long, as often as it is given. Somebody who looks
 * over a shoulder, or stands between, could give it a second time: so each step of the clock is taken once (RFC 6238,
 * 5.2).
 */
const stepLength = 30_000;
/** As many steps before and after, for clocks that differ: those that the library accepts. */
const tolerance = 1;

/**
 * Takes the step of the clock that this code belongs to, if it is one of the authenticator's own. False when that step,
 * or a later one, was taken before. A code of no step near `now` (in milliseconds) is wrong, and takes nothing.
 */
export async function takeStep(
  { trx, auth }: { trx: Connection; auth: Auth },
  userId: string,
  code: string,
  now: number,
): Promise<boolean> {
  const found = await findAuthenticator(trx, userId);
  const step = found && (await stepOf(await readSecret(auth, found.secret), code, now));
  return step === undefined || takeCodeStep(trx, userId, step);
}

/** The number of the half minute since 1970 in which an authenticator with this secret shows the code. */
export async function stepOf(secret: string, code: string, now: number): Promise<number | undefined> {
  const middle = Math.floor(now / stepLength);
  for (let step = middle + tolerance; step >= middle - tolerance; step -= 1) {
    if ((await createOTP(secret).hotp(step)) === code) return step;
  }
  return undefined;
}

/** The secret as it is kept in the database, in clear. */
export async function readSecret(auth: Auth, kept: string): Promise<string> {
  const { secretConfig: key } = await auth.$context;
  return symmetricDecrypt({ key, data: kept });
}

import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt } from 'better-auth/crypto';
import type { Connection } from '../store/database.ts';
import { findAuthenticator, takeCodeStep } from '../store/second-factors.ts';
import type { Auth } from './auth.ts';

/**
 * A code is shown for half a minute, and the library takes it for a minute and a half, as often as it is given. Somebody
 * who looks over a shoulder, or stands between, could give it a second time: so each step of the clock is taken once
 * (RFC 6238, 5.2).
 */
const stepLength = 30_000;
/**
 * Of the steps around, which the library accepts, the one before counts too: for who reads a code in its last seconds
 * and types it after, and for a phone whose clock is slow. The one to come does not. A phone that is twenty seconds ahead
 * comes in all the same, with a code that it has shown for as long.
 */
const stepsBefore = 1;

/**
 * Takes the step of the clock that this code belongs to, if it is one of the authenticator's own. `used` when that step,
 * or a later one, was taken before; `wrong` when it is the code of no step that counts at `now` (in milliseconds).
 */
export async function takeStep(
  { trx, auth }: { trx: Connection; auth: Auth },
  userId: string,
  code: string,
  now: number,
): Promise<'taken' | 'used' | 'wrong'> {
  const found = await findAuthenticator(trx, userId);
  const step = found && (await stepOf(await readSecret(auth, found.secret), code, now));
  if (step === undefined) return 'wrong';
  return (await takeCodeStep(trx, userId, step)) ? 'taken' : 'used';
}

/** The number of the half minute since 1970 in which an authenticator with this secret shows the code. */
export async function stepOf(secret: string, code: string, now: number): Promise<number | undefined> {
  const current = Math.floor(now / stepLength);
  for (let step = current; step >= current - stepsBefore; step -= 1) {
    if ((await createOTP(secret).hotp(step)) === code) return step;
  }
  return undefined;
}

/** The secret as it is kept in the database, in clear. */
export async function readSecret(auth: Auth, kept: string): Promise<string> {
  const { secretConfig: key } = await auth.$context;
  return symmetricDecrypt({ key, data: kept });
}

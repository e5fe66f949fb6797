import { APIError } from 'better-auth/api';
import { type Context, Hono } from 'hono';
import { PasswordAgain, PasswordChange, Replacement, type SecondFactorSecret } from '../../domain/people-api.ts';
import { SecondFactorCode } from '../../domain/staff.ts';
import { changes, unrecorded } from '../audit/acts.ts';
import { changeAndRecord, isRefused, type Refused } from '../audit/change-and-record.ts';
import type { Connection } from '../store/database.ts';
import { endOtherSessions, endSession } from '../store/staff-sessions.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import { problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import { createAuth } from './auth.ts';
import type { PeopleNeeds } from './needs.ts';
import { changePassword, readOwnAccount } from './own-account.ts';
import { descriptions } from './own-descriptions.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { beginReplacement, confirmReplacement } from './replace-authenticator.ts';
import { beginSecondFactor, confirmSecondFactor, readCode, renewRecoveryCodes, type Within } from './second-factor.ts';
import { codeAttemptsKey, tooManyAttempts } from './session-routes.ts';
import { checkPassword } from './sessions.ts';
import { addCookies, type OwnEnv, signedInForSelf } from './signed-in.ts';
import { attemptsKey, forgiveAttempts, takeAttempt } from './slow-down.ts';

const noStore = { 'Cache-Control': 'no-store' };

/** Does what a password or a code opens, in a transaction that records it. */
type CarryOut = <Done extends object>(
  c: Context<OwnEnv>,
  key: string,
  work: (within: Within) => Promise<Done | Refused>,
  answer: (done: Done) => Response,
) => Promise<Response>;

/** `/api/staff/me`: one's own account, also for who must set up a second factor before anything else. */
export function ownRoutes(needs: PeopleNeeds): Hono<OwnEnv> {
  const { db, auth, settings, origins, isGuessable } = needs;
  const mine = signedInForSelf({ auth, graceDays: settings.graceDays });
  const guards = [mine, sameOrigin(origins), limitBody()] as const;
  // Apart from those at the door: who guesses there keeps nobody from their own account who is in it.
  const passwordKey = (c: Context<OwnEnv>) => attemptsKey(settings.secret, `own ${c.get('officer').id}`);

  /** Takes an attempt at a password or a code, as few as at the door. Gives the answer for who is to wait. */
  const takeTurn = async (c: Context<OwnEnv>, key: string): Promise<Response | undefined> => {
    const wait = await takeAttempt(db, key, Date.now());
    return wait > 0 ? tooManyAttempts(c, wait) : undefined;
  };
  const carryOut: CarryOut = async (c, key, work, answer) => {
    const done = await changeAndRecord(c, db, (trx) =>
      work({ trx, auth: createAuth(trx, settings) }).catch(endedMeanwhile),
    );
    // Whoever was right about the password has not guessed, though what they asked for is gone.
    if (!isRefused(done) || done.problem === 'not-found') await forgiveAttempts(db, key);
    return isRefused(done) ? problemResponse(c, done.problem) : answer(done);
  };
  const slowly: CarryOut = async (c, key, ...rest) => (await takeTurn(c, key)) ?? carryOut(c, key, ...rest);

  /** Ends sessions for who knows the password: somebody at an open screen keeps its owner from nothing. */
  const endingSessions = async (
    c: Context<OwnEnv>,
    end: (trx: Connection) => Promise<object | Refused>,
  ): Promise<Response> => {
    const read = await readJson(c, PasswordAgain);
    if ('refusal' in read) return read.refusal;
    return slowly(
      c,
      passwordKey(c),
      async ({ trx, auth: over }) => {
        if (!(await checkPassword(over, c.req.raw.headers, read.body.password))) return { problem: 'wrong-password' };
        return end(trx);
      },
      () => c.body(null, 204, noStore),
    );
  };

  return new Hono<OwnEnv>()
    .get('/staff/me', descriptions.read, unrecorded(), mine, async (c) =>
      c.json(await readOwnAccount(needs, c.get('session')), 200, noStore),
    )
    .post('/staff/me/password', descriptions.password, changes('password-changed'), ...guards, async (c) => {
      const read = await readJson(c, PasswordChange);
      if ('refusal' in read) return read.refusal;
      if (isGuessable(read.body.next, c.get('officer'))) return problemResponse(c, 'guessable-password');
      return slowly(
        c,
        passwordKey(c),
        ({ trx, auth: over }) => changePassword(trx, over, c.get('session'), c.req.raw.headers, read.body),
        () => c.body(null, 204, noStore),
      );
    })
    .post('/staff/me/second-factor', descriptions.begin, changes('second-factor-begun'), ...guards, async (c) => {
      const read = await readJson(c, PasswordAgain);
      if ('refusal' in read) return read.refusal;
      return slowly(
        c,
        passwordKey(c),
        (within) => beginSecondFactor(within.auth, c.req.raw.headers, read.body.password),
        ({ uri }) => c.json(secretIn(uri), 200, noStore),
      );
    })
    .post(
      '/staff/me/second-factor/confirmation',
      descriptions.confirm,
      changes('second-factor-set'),
      ...guards,
      async (c) => {
        const read = await readJson(c, SecondFactorCode);
        if ('refusal' in read) return read.refusal;
        const { officer, secondFactor } = c.get('session');
        if (secondFactor === 'on') return problemResponse(c, 'second-factor-on');
        const key = codeAttemptsKey(settings.secret, officer.id);
        const resting = await takeTurn(c, key);
        if (resting) return resting;
        const made = await makeRecoveryCodes();
        return carryOut(
          c,
          key,
          (within) => confirmSecondFactor(within, officer.id, c.req.raw.headers, read.body.code, made),
          ({ cookies }) => {
            addCookies(c, cookies);
            return c.json({ recoveryCodes: made.codes }, 200, noStore);
          },
        );
      },
    )
    .post(
      '/staff/me/second-factor/replacement',
      descriptions.replace,
      changes('second-factor-replacing'),
      ...guards,
      async (c) => {
        const read = await readJson(c, Replacement);
        if ('refusal' in read) return read.refusal;
        const session = c.get('session');
        const key = codeAttemptsKey(settings.secret, session.officer.id);
        const resting = await takeTurn(c, key);
        if (resting) return resting;
        const given = { ...read.body, code: await readCode(auth, session.officer.id, read.body.code) };
        return carryOut(
          c,
          key,
          (within) => beginReplacement(within, session, c.req.raw.headers, given, settings.publicUrl),
          ({ uri }) => c.json(secretIn(uri), 200, noStore),
        );
      },
    )
    .post(
      '/staff/me/second-factor/replacement/confirmation',
      descriptions.confirmReplacement,
      changes('second-factor-replaced'),
      ...guards,
      async (c) => {
        const read = await readJson(c, SecondFactorCode);
        if ('refusal' in read) return read.refusal;
        const session = c.get('session');
        return slowly(
          c,
          codeAttemptsKey(settings.secret, session.officer.id),
          (within) => confirmReplacement(within, session, read.body.code),
          () => c.body(null, 204, noStore),
        );
      },
    )
    .post('/staff/me/recovery-codes', descriptions.codes, changes('recovery-codes-made'), ...guards, async (c) => {
      const read = await readJson(c, PasswordAgain);
      if ('refusal' in read) return read.refusal;
      if (c.get('session').secondFactor !== 'on') return problemResponse(c, 'second-factor-off');
      const resting = await takeTurn(c, passwordKey(c));
      if (resting) return resting;
      const made = await makeRecoveryCodes();
      return carryOut(
        c,
        passwordKey(c),
        (within) => renewRecoveryCodes(within, c.get('officer').id, c.req.raw.headers, read.body.password, made),
        () => c.json({ recoveryCodes: made.codes }, 200, noStore),
      );
    })
    .post('/staff/me/sessions/end-others', descriptions.endOthers, changes('sessions-ended'), ...guards, (c) =>
      endingSessions(c, async (trx) => {
        await endOtherSessions(trx, c.get('officer').id, c.get('session').id);
        return {};
      }),
    )
    .post('/staff/me/sessions/:id/ending', descriptions.end, changes('session-ended'), ...guards, (c) =>
      endingSessions(c, async (trx) =>
        (await endSession(trx, c.get('officer').id, c.req.param('id'))) ? {} : { problem: 'not-found' },
      ),
    );
}

// The session was good a moment ago; another request has ended it.
function endedMeanwhile(error: unknown): Refused {
  if (error instanceof APIError && error.statusCode === 401) return { problem: 'sign-in-required' };
  throw error;
}

function secretIn(uri: string): SecondFactorSecret {
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '' };
}

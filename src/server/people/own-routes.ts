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
import { type Auth, createAuth } from './auth.ts';
import type { PeopleNeeds } from './needs.ts';
import { changePassword, readOwnAccount } from './own-account.ts';
import { descriptions } from './own-descriptions.ts';
import { beginReplacement, confirmReplacement } from './replace-authenticator.ts';
import { beginSecondFactor, confirmSecondFactor, newRecoveryCodes, recoveryCodesOf } from './second-factor.ts';
import { codeAttemptsKey, tooManyAttempts } from './session-routes.ts';
import { addCookies, type OwnEnv, signedInForSelf } from './signed-in.ts';
import { attemptsKey, forgiveAttempts, takeAttempt } from './slow-down.ts';

const noStore = { 'Cache-Control': 'no-store' };
/** `/api/staff/me`: one's own account, also for who must set up a second factor before anything else. */
export function ownRoutes(needs: PeopleNeeds): Hono<OwnEnv> {
  const { db, auth, settings, origins } = needs;
  const mine = signedInForSelf({ auth, graceDays: settings.graceDays });
  const guards = [mine, sameOrigin(origins), limitBody()] as const;
  const passwordKey = (c: Context<OwnEnv>) => attemptsKey(settings.secret, c.get('officer').email);

  /** Does what a password or a code opens, with as few attempts as at the door. */
  const slowly = async <Done extends object>(
    c: Context<OwnEnv>,
    key: string,
    work: (trx: Connection, auth: Auth) => Promise<Done | Refused>,
    answer: (done: Done) => Promise<Response> | Response,
  ): Promise<Response> => {
    const wait = await takeAttempt(db, key, Date.now());
    if (wait > 0) return tooManyAttempts(c, wait);
    const done = await changeAndRecord(c, db, (trx) => work(trx, createAuth(trx, settings)));
    if (isRefused(done)) return problemResponse(c, done.problem);
    await forgiveAttempts(db, key);
    return answer(done);
  };

  return new Hono<OwnEnv>()
    .get('/staff/me', descriptions.read, unrecorded(), mine, async (c) =>
      c.json(await readOwnAccount(needs, c.get('session')), 200, noStore),
    )
    .post('/staff/me/password', descriptions.password, changes('password-changed'), ...guards, async (c) => {
      const read = await readJson(c, PasswordChange);
      if ('refusal' in read) return read.refusal;
      return slowly(
        c,
        passwordKey(c),
        (trx, over) => changePassword(trx, over, c.get('session'), c.req.raw.headers, read.body),
        () => c.body(null, 204, noStore),
      );
    })
    .post('/staff/me/second-factor', descriptions.begin, changes('second-factor-begun'), ...guards, async (c) => {
      const read = await readJson(c, PasswordAgain);
      if ('refusal' in read) return read.refusal;
      return slowly(
        c,
        passwordKey(c),
        (_, over) => beginSecondFactor(over, c.req.raw.headers, read.body.password),
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
        return slowly(
          c,
          codeAttemptsKey(settings.secret, officer.id),
          (trx, over) => confirmSecondFactor({ trx, auth: over }, officer.id, c.req.raw.headers, read.body.code),
          async ({ cookies }) => {
            addCookies(c, cookies);
            return c.json({ recoveryCodes: await recoveryCodesOf(auth, officer.id) }, 200, noStore);
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
        return slowly(
          c,
          codeAttemptsKey(settings.secret, session.officer.id),
          (trx, over) =>
            beginReplacement({ trx, auth: over }, session, c.req.raw.headers, read.body, settings.publicUrl),
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
          (trx, over) => confirmReplacement({ trx, auth: over }, session, read.body.code),
          () => c.body(null, 204, noStore),
        );
      },
    )
    .post('/staff/me/recovery-codes', descriptions.codes, changes('recovery-codes-made'), ...guards, async (c) => {
      const read = await readJson(c, PasswordAgain);
      if ('refusal' in read) return read.refusal;
      return slowly(
        c,
        passwordKey(c),
        (_, over) => newRecoveryCodes(over, c.req.raw.headers, read.body.password),
        (codes) => c.json(codes, 200, noStore),
      );
    })
    .post('/staff/me/sessions/end-others', descriptions.endOthers, changes('sessions-ended'), ...guards, async (c) => {
      const { id, officer } = c.get('session');
      await changeAndRecord(c, db, async (trx) => {
        await endOtherSessions(trx, officer.id, id);
        return {};
      });
      return c.body(null, 204, noStore);
    })
    .post('/staff/me/sessions/:id/ending', descriptions.end, changes('session-ended'), ...guards, async (c) => {
      const ended = await changeAndRecord(c, db, async (trx) =>
        (await endSession(trx, c.get('officer').id, c.req.param('id'))) ? {} : { problem: 'not-found' },
      );
      return isRefused(ended) ? problemResponse(c, ended.problem) : c.body(null, 204, noStore);
    });
}

function secretIn(uri: string): SecondFactorSecret {
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '' };
}

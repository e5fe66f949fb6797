import { type Context, Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { ZodMiniType } from 'zod/mini';
import {
  OwnAccount,
  PasswordAgain,
  PasswordChange,
  RecoveryCodes,
  SecondFactorSecret,
} from '../../domain/people-api.ts';
import type { ProblemCode } from '../../domain/problems.ts';
import { SecondFactorCode } from '../../domain/staff.ts';
import { changes, unrecorded } from '../audit/acts.ts';
import { changeAndRecord, isRefused, type Refused } from '../audit/change-and-record.ts';
import type { Connection } from '../store/database.ts';
import { endOtherSessions, endSession } from '../store/staff-sessions.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import { type Auth, createAuth } from './auth.ts';
import { exampleCode, examplePasswordAgain, examplePasswordChange, idParameter } from './examples.ts';
import type { PeopleNeeds } from './needs.ts';
import { changePassword, readOwnAccount } from './own-account.ts';
import { beginSecondFactor, confirmSecondFactor, newRecoveryCodes, recoveryCodesOf } from './second-factor.ts';
import { codeAttemptsKey, tooManyAttempts } from './session-routes.ts';
import { addCookies, type OwnEnv, signedInForSelf } from './signed-in.ts';
import { attemptsKey, forgiveAttempts, takeAttempt } from './slow-down.ts';

const noStore = { 'Cache-Control': 'no-store' };
const security = [{ session: [] }];
const changing: ProblemCode[] = ['sign-in-required', 'foreign-origin', 'busy'];
const withBody: ProblemCode[] = [
  ...changing,
  'malformed-json',
  'too-large',
  'unsupported-media-type',
  'invalid-body',
  'too-many-attempts',
];

const bodyOf = <Body>(schema: ZodMiniType<Body>, example: Body) => ({
  required: true,
  content: { 'application/json': { schema: resolver(schema), example } },
});
const answerOf = <Answer>(schema: ZodMiniType<Answer>) => ({
  200: { description: 'Done.', content: { 'application/json': { schema: resolver(schema) } } },
});
const nothing = { 204: { description: 'Done.' } };

const descriptions = {
  read: describeRoute({
    operationId: 'getOwnAccount',
    summary: 'One’s own second factor and sessions',
    security,
    responses: { ...answerOf(OwnAccount), ...problemAnswers('sign-in-required', 'busy') },
  }),
  password: describeRoute({
    operationId: 'changeOwnPassword',
    summary: 'Choose another password',
    description: 'Ends every session but this one.',
    security,
    requestBody: bodyOf(PasswordChange, examplePasswordChange),
    responses: { ...nothing, ...problemAnswers(...withBody, 'wrong-password') },
  }),
  begin: describeRoute({
    operationId: 'beginSecondFactor',
    summary: 'Get a secret for an authenticator',
    description: 'Nothing is asked for at sign-in until it is confirmed with a first code. Asked again, it is another.',
    security,
    requestBody: bodyOf(PasswordAgain, examplePasswordAgain),
    responses: {
      ...answerOf(SecondFactorSecret),
      ...problemAnswers(...withBody, 'wrong-password', 'second-factor-on'),
    },
  }),
  confirm: describeRoute({
    operationId: 'confirmSecondFactor',
    summary: 'Turn the second factor on with a first code',
    description: 'The recovery codes stand in this answer alone.',
    security,
    requestBody: bodyOf(SecondFactorCode, exampleCode),
    responses: {
      ...answerOf(RecoveryCodes),
      ...problemAnswers(...withBody, 'wrong-code', 'code-used', 'second-factor-on', 'second-factor-off'),
    },
  }),
  codes: describeRoute({
    operationId: 'newRecoveryCodes',
    summary: 'Get ten new recovery codes in place of those before',
    security,
    requestBody: bodyOf(PasswordAgain, examplePasswordAgain),
    responses: { ...answerOf(RecoveryCodes), ...problemAnswers(...withBody, 'wrong-password', 'second-factor-off') },
  }),
  endOthers: describeRoute({
    operationId: 'endOtherSessions',
    summary: 'End every session of one’s own but this one',
    security,
    responses: { ...nothing, ...problemAnswers(...changing) },
  }),
  end: describeRoute({
    operationId: 'endSession',
    summary: 'End one session of one’s own',
    security,
    parameters: [idParameter('The id of the session.')],
    responses: { ...nothing, ...problemAnswers(...changing, 'not-found') },
  }),
};

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
        ({ uri }) => c.json({ uri, secret: new URL(uri).searchParams.get('secret') ?? '' }, 200, noStore),
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

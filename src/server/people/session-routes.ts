import { type Context, Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod/mini';
import { type CodeNeeded, Credentials, SecondFactorCode, SignedIn, SignInStep } from '../../domain/staff.ts';
import { changes, noteAct, nothingDone, reads, unrecorded } from '../audit/acts.ts';
import { changeAndRecord, isRefused } from '../audit/change-and-record.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import { createAuth } from './auth.ts';
import { exampleCode, exampleCredentials } from './examples.ts';
import type { PeopleNeeds } from './needs.ts';
import { signInWithCode, whoIsAsked } from './second-factor.ts';
import { currentSession, type Session, type SigningIn, signIn, signOut } from './sessions.ts';
import { addCookies } from './signed-in.ts';
import { attemptsKey, forgiveAttempts, takeAttempt } from './slow-down.ts';

const MaybeSignedIn = z.nullable(SignedIn);

const bodyProblems = [
  'malformed-json',
  'foreign-origin',
  'too-large',
  'unsupported-media-type',
  'invalid-body',
] as const;

const descriptions = {
  signIn: describeRoute({
    operationId: 'signIn',
    summary: 'Sign in to the staff desk',
    description:
      'Answers with a session cookie, or, for an account with a second factor, with `next: code` and a cookie that is ' +
      'good for ten minutes. After five attempts without success an account rests for a minute, then longer each ' +
      'time, whoever asks; `Retry-After` says how long.',
    requestBody: {
      required: true,
      content: { 'application/json': { schema: resolver(Credentials), example: exampleCredentials } },
    },
    responses: {
      200: {
        description: 'Signed in, or asked for a code.',
        content: { 'application/json': { schema: resolver(SignInStep) } },
      },
      ...problemAnswers(...bodyProblems, 'wrong-credentials', 'too-many-attempts', 'busy'),
    },
  }),
  code: describeRoute({
    operationId: 'signInWithCode',
    summary: 'Finish signing in with the code of the second factor',
    description:
      'A code of six digits from the authenticator, or a recovery code, which is then used up. Slowed as passwords ' +
      'are. `sign-in-required`: begin again with the password.',
    requestBody: {
      required: true,
      content: { 'application/json': { schema: resolver(SecondFactorCode), example: exampleCode } },
    },
    responses: {
      200: { description: 'Signed in.', content: { 'application/json': { schema: resolver(SignedIn) } } },
      ...problemAnswers(...bodyProblems, 'wrong-code', 'code-used', 'sign-in-required', 'too-many-attempts', 'busy'),
    },
  }),
  signOut: describeRoute({
    operationId: 'signOut',
    summary: 'Sign out of the staff desk',
    responses: { 204: { description: 'Signed out.' }, ...problemAnswers('foreign-origin', 'busy') },
  }),
  session: describeRoute({
    operationId: 'getSession',
    summary: 'Who is signed in',
    responses: {
      200: {
        description: 'Who it is; null when nobody is signed in.',
        content: { 'application/json': { schema: resolver(MaybeSignedIn) } },
      },
      ...problemAnswers('busy'),
    },
  }),
};

/** `/api/auth/`: sign in, with a code where one is needed, sign out, who am I. */
export function sessionRoutes({ db, auth, settings, origins }: PeopleNeeds): Hono {
  const guards = [sameOrigin(origins), limitBody()] as const;
  const failing = { 401: 'sign-in-failed' };
  const door = { auth, graceDays: settings.graceDays };
  return new Hono()
    .post('/auth/sign-in/email', descriptions.signIn, reads('signed-in', failing), ...guards, async (c) => {
      const read = await readJson(c, Credentials);
      if ('refusal' in read) return read.refusal;
      const key = attemptsKey(settings.secret, read.body.email);
      const wait = await takeAttempt(db, key, Date.now());
      if (wait > 0) return tooManyAttempts(c, wait);
      const signing = await signIn(door, read.body);
      if (!signing) return problemResponse(c, 'wrong-credentials');
      await forgiveAttempts(db, key);
      // Half a sign-in is none; that of the code is recorded.
      if (!('session' in signing)) nothingDone(c);
      return signInAnswer(c, signing);
    })
    .post('/auth/sign-in/code', descriptions.code, changes('signed-in', failing), ...guards, async (c) => {
      const read = await readJson(c, SecondFactorCode);
      if ('refusal' in read) return read.refusal;
      const asked = await whoIsAsked(auth, c.req.raw.headers);
      if (!asked) return problemResponse(c, 'sign-in-required');
      const key = codeAttemptsKey(settings.secret, asked);
      const wait = await takeAttempt(db, key, Date.now());
      if (wait > 0) return tooManyAttempts(c, wait);
      const verified = await changeAndRecord(c, db, async (trx) => {
        const within = { trx, ...door, auth: createAuth(trx, settings) };
        const done = await signInWithCode(within, asked, c.req.raw.headers, read.body.code);
        if (!isRefused(done)) noteAct(c, { staff: done.session.officer, details: { code: done.kind } });
        return done;
      });
      if (isRefused(verified)) return problemResponse(c, verified.problem);
      await forgiveAttempts(db, key);
      return signedInAnswer(c, verified.session);
    })
    .post('/auth/sign-out', descriptions.signOut, reads('signed-out'), sameOrigin(origins), async (c) => {
      const session = await currentSession(door, c.req.raw.headers);
      if (session) noteAct(c, { staff: session.officer });
      else nothingDone(c);
      addCookies(c, await signOut(auth, c.req.raw.headers));
      return c.body(null, 204, { 'Cache-Control': 'no-store' });
    })
    .get('/auth/get-session', descriptions.session, unrecorded(), async (c) => {
      const session = await currentSession(door, c.req.raw.headers);
      if (session) return signedInAnswer(c, session);
      return c.json(null, 200, { 'Cache-Control': 'no-store' });
    });
}

/** Where guesses at one account's codes are counted, whichever sign-in they are for. */
export function codeAttemptsKey(secret: string, userId: string): string {
  return attemptsKey(secret, `code ${userId}`);
}

export function signInAnswer(c: Context, signing: SigningIn): Response {
  if ('session' in signing) return signedInAnswer(c, signing.session);
  addCookies(c, signing.cookies);
  return c.json({ next: 'code' } satisfies CodeNeeded, 200, { 'Cache-Control': 'no-store' });
}

export function signedInAnswer(c: Context, { officer, secondFactor, cookies }: Session): Response {
  noteAct(c, { staff: officer });
  addCookies(c, cookies);
  return c.json({ user: officer, secondFactor } satisfies SignedIn, 200, { 'Cache-Control': 'no-store' });
}

export function tooManyAttempts(c: Context, wait: number): Response {
  const answer = problemResponse(c, 'too-many-attempts');
  answer.headers.set('Retry-After', String(Math.ceil(wait / 1000)));
  return answer;
}

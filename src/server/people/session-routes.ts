import { type Context, Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod/mini';
import {
  type CodeNeeded,
  Credentials,
  type Officer,
  SecondFactorCode,
  SignedIn,
  SignInStep,
} from '../../domain/staff.ts';
import { changes, noteAct, nothingDone, reads, recordAct, unrecorded } from '../audit/acts.ts';
import { changeAndRecord, isRefused } from '../audit/change-and-record.ts';
import type { Connection } from '../store/database.ts';
import { StoreBusy } from '../store/failures.ts';
import { endSession } from '../store/staff-sessions.ts';
import { codeOf as errorCodeOf } from '../web/error-code.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import { withBody } from '../web/staff-problems.ts';
import { type AuthSettings, createAuth } from './auth.ts';
import { exampleCode, exampleCredentials } from './examples.ts';
import { knownBrowser, rememberBrowser } from './known-browser.ts';
import type { PeopleNeeds } from './needs.ts';
import { createPasswordChecks } from './password-checks.ts';
import { readCode, signInWithCode, whoIsAsked } from './second-factor.ts';
import { checkCredentials, currentSession, openSession, type Session, type SigningIn, signOut } from './sessions.ts';
import { addCookies } from './signed-in.ts';
import { attemptsKey, forgiveAttempts, takeAttempt } from './slow-down.ts';

const MaybeSignedIn = z.nullable(SignedIn);

const descriptions = {
  signIn: describeRoute({
    operationId: 'signIn',
    summary: 'Sign in to the staff desk',
    description:
      'Answers with a session cookie, or, for an account with a second factor, with `next: code` and a cookie that is ' +
      'good for ten minutes. After five attempts without success an account rests for a minute, then longer each ' +
      'time; `Retry-After` says how long. A browser in which it was signed in to before is counted by itself.',
    requestBody: {
      required: true,
      content: { 'application/json': { schema: resolver(Credentials), example: exampleCredentials } },
    },
    responses: {
      200: {
        description: 'Signed in, or asked for a code.',
        content: { 'application/json': { schema: resolver(SignInStep) } },
      },
      ...problemAnswers(...withBody, 'wrong-credentials', 'too-many-attempts', 'busy'),
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
      ...problemAnswers(...withBody, 'wrong-code', 'code-used', 'sign-in-required', 'too-many-attempts', 'busy'),
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
export function sessionRoutes(needs: PeopleNeeds): Hono {
  const { db, auth, settings, origins } = needs;
  // Whoever floods the door from elsewhere stands in another line than who has come in here before.
  const checks = { known: createPasswordChecks(), others: createPasswordChecks() };
  const guards = [sameOrigin(origins), limitBody()] as const;
  const failing = { 401: 'sign-in-failed' };
  const door = { auth, graceDays: settings.graceDays };
  return new Hono()
    .post('/auth/sign-in/email', descriptions.signIn, changes('signed-in', failing), ...guards, async (c) => {
      const read = await readJson(c, Credentials);
      if ('refusal' in read) return read.refusal;
      const { email } = read.body;
      const browser = knownBrowser(settings, email, c.req.raw.headers);
      const key = attemptsKey(settings.secret, browser ? `known ${browser}` : email);
      const { wait, checked } = await (browser ? checks.known : checks.others).inTurn(async () => {
        const rest = await takeAttempt(db, key, Date.now());
        const found = rest > 0 ? undefined : await checkCredentials(auth, read.body);
        // Before the next one's turn: many who are right at once are no guessers.
        if (found) await forgiveAttempts(db, key);
        return { wait: rest, checked: found };
      });
      if (wait > 0) return tooManyAttempts(c, wait);
      const before = await currentSession(door, c.req.raw.headers);
      const signing =
        checked &&
        (await openSession(needs, checked, async (trx, { officer }) => {
          await endBefore(trx, before);
          await recordSignIn(c, trx, officer);
        }));
      if (!signing) return problemResponse(c, 'wrong-credentials');
      // Half a sign-in is none; that of the code is recorded.
      if (!('session' in signing)) nothingDone(c);
      return signInAnswer(c, settings, signing);
    })
    .post('/auth/sign-in/code', descriptions.code, changes('signed-in', failing), ...guards, async (c) => {
      const read = await readJson(c, SecondFactorCode);
      if ('refusal' in read) return read.refusal;
      const asked = await whoIsAsked(auth, c.req.raw.headers);
      if (!asked) return problemResponse(c, 'sign-in-required');
      const key = codeAttemptsKey(settings.secret, asked);
      const wait = await takeAttempt(db, key, Date.now());
      if (wait > 0) return tooManyAttempts(c, wait);
      const before = await currentSession(door, c.req.raw.headers);
      const code = await readCode(auth, asked, read.body.code);
      const verified = await changeAndRecord(c, db, async (trx) => {
        const within = { trx, ...door, auth: createAuth(trx, settings) };
        const done = await signInWithCode(within, asked, c.req.raw.headers, code);
        if (isRefused(done)) return done;
        noteAct(c, { staff: done.session.officer, details: { code: done.kind } });
        await endBefore(trx, before);
        return done;
      });
      if (isRefused(verified)) return problemResponse(c, verified.problem);
      await forgiveAttempts(db, key);
      return signInAnswer(c, settings, verified);
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

// Who signs in where somebody is signed in takes their place: a session that nobody can see any more is nobody's.
async function endBefore(trx: Connection, before: Session | undefined): Promise<void> {
  if (before) await endSession(trx, before.officer.id, before.id);
}

// What keeps a sign-in from being recorded may be gone in a moment: who signs in is asked to come again.
function recordSignIn(c: Context, trx: Connection, staff: Officer): Promise<void> {
  return recordAct(c, trx, { staff }).catch((error: unknown) => {
    throw Object.assign(new StoreBusy('A sign-in could not be recorded.'), { code: errorCodeOf(error) });
  });
}

/** Where guesses at one account's codes are counted, whichever sign-in they are for. */
export function codeAttemptsKey(secret: string, userId: string): string {
  return attemptsKey(secret, `code ${userId}`);
}

export function signInAnswer(c: Context, settings: AuthSettings, signing: SigningIn): Response {
  if ('session' in signing) {
    const answer = signedInAnswer(c, signing.session);
    const { email } = signing.session.officer;
    answer.headers.append('Set-Cookie', rememberBrowser(settings, email, c.req.raw.headers));
    return answer;
  }
  addCookies(c, signing.cookies);
  return c.json({ next: 'code' } satisfies CodeNeeded, 200, { 'Cache-Control': 'no-store' });
}

function signedInAnswer(c: Context, { officer, secondFactor, cookies }: Session): Response {
  noteAct(c, { staff: officer });
  addCookies(c, cookies);
  return c.json({ user: officer, secondFactor } satisfies SignedIn, 200, { 'Cache-Control': 'no-store' });
}

export function tooManyAttempts(c: Context, wait: number): Response {
  const answer = problemResponse(c, 'too-many-attempts');
  answer.headers.set('Retry-After', String(Math.ceil(wait / 1000)));
  return answer;
}

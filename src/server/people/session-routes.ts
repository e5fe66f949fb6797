import { type Context, Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod/mini';
import { Credentials, SignedIn } from '../../domain/staff.ts';
import type { Db } from '../store/database.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import type { Auth } from './auth.ts';
import { exampleCredentials } from './examples.ts';
import { currentSession, type Session, signIn, signOut } from './sessions.ts';
import { attemptsKey, forgiveAttempts, takeAttempt } from './slow-down.ts';

interface Needs {
  db: Db;
  auth: Auth;
  secret: string;
  origins: readonly string[];
}

const MaybeSignedIn = z.nullable(SignedIn);

const descriptions = {
  signIn: describeRoute({
    operationId: 'signIn',
    summary: 'Sign in to the staff desk',
    description:
      'Answers with a session cookie. After five attempts without success an account rests for a minute, then longer ' +
      'each time, whoever asks; `Retry-After` says how long.',
    requestBody: {
      required: true,
      content: { 'application/json': { schema: resolver(Credentials), example: exampleCredentials } },
    },
    responses: {
      200: { description: 'Signed in.', content: { 'application/json': { schema: resolver(SignedIn) } } },
      ...problemAnswers(
        'malformed-json',
        'wrong-credentials',
        'foreign-origin',
        'too-large',
        'unsupported-media-type',
        'invalid-body',
        'too-many-attempts',
        'busy',
      ),
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

/** `/api/auth/`: sign in, sign out, who am I. */
export function sessionRoutes({ db, auth, secret, origins }: Needs): Hono {
  const fromHere = sameOrigin(origins);
  return new Hono()
    .post('/auth/sign-in/email', descriptions.signIn, fromHere, limitBody(), async (c) => {
      const read = await readJson(c, Credentials);
      if ('refusal' in read) return read.refusal;
      const key = attemptsKey(secret, read.body.email);
      const wait = await takeAttempt(db, key, Date.now());
      if (wait > 0) return tooManyAttempts(c, wait);
      const session = await signIn(auth, read.body);
      if (!session) return problemResponse(c, 'wrong-credentials');
      await forgiveAttempts(db, key);
      return signedInAnswer(c, session);
    })
    .post('/auth/sign-out', descriptions.signOut, fromHere, async (c) => {
      addCookies(c, await signOut(auth, c.req.raw.headers));
      return c.body(null, 204, { 'Cache-Control': 'no-store' });
    })
    .get('/auth/get-session', descriptions.session, async (c) => {
      const session = await currentSession(auth, c.req.raw.headers);
      if (session) return signedInAnswer(c, session);
      return c.json(null, 200, { 'Cache-Control': 'no-store' });
    });
}

export function signedInAnswer(c: Context, { officer, cookies }: Session): Response {
  addCookies(c, cookies);
  return c.json({ user: officer } satisfies SignedIn, 200, { 'Cache-Control': 'no-store' });
}

function addCookies(c: Context, cookies: string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}

function tooManyAttempts(c: Context, wait: number): Response {
  const answer = problemResponse(c, 'too-many-attempts');
  answer.headers.set('Retry-After', String(Math.ceil(wait / 1000)));
  return answer;
}

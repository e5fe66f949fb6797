import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { SetUp, SignedIn } from '../../domain/staff.ts';
import type { Db } from '../store/database.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import type { Auth, AuthSettings } from './auth.ts';
import { exampleSetUp } from './examples.ts';
import { useSetUpToken } from './first-account.ts';
import { signedInAnswer } from './session-routes.ts';
import { signIn } from './sessions.ts';

interface Needs {
  db: Db;
  auth: Auth;
  settings: AuthSettings;
  origins: readonly string[];
}

const description = describeRoute({
  operationId: 'setUpDesk',
  summary: 'Make the first staff account',
  description: 'With the token of the one-time link printed at start. Answers signed in, with a session cookie.',
  requestBody: {
    required: true,
    content: { 'application/json': { schema: resolver(SetUp), example: exampleSetUp } },
  },
  responses: {
    200: { description: 'Made, and signed in.', content: { 'application/json': { schema: resolver(SignedIn) } } },
    ...problemAnswers(
      'malformed-json',
      'foreign-origin',
      'set-up-link-invalid',
      'too-large',
      'unsupported-media-type',
      'invalid-body',
      'busy',
    ),
  },
});

/** `POST /api/desk/set-up`. */
export function setUpRoutes({ db, auth, settings, origins }: Needs): Hono {
  return new Hono().post('/desk/set-up', description, sameOrigin(origins), limitBody(), async (c) => {
    const read = await readJson(c, SetUp);
    if ('refusal' in read) return read.refusal;
    if (!(await useSetUpToken(db, settings, read.body))) return problemResponse(c, 'set-up-link-invalid');
    const session = await signIn(auth, read.body);
    if (!session) throw new Error('The account that was just made cannot sign in.');
    return signedInAnswer(c, session);
  });
}

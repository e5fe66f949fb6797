import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { SetUp, SignedIn } from '../../domain/staff.ts';
import { changes, recordAct } from '../audit/acts.ts';
import type { Connection } from '../store/database.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import { withBody } from '../web/staff-problems.ts';
import { exampleSetUp } from './examples.ts';
import { useSetUpToken } from './first-account.ts';
import type { PeopleNeeds } from './needs.ts';
import { signInAnswer } from './session-routes.ts';
import { checkCredentials, openSession } from './sessions.ts';

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
    ...problemAnswers(...withBody, 'set-up-link-invalid', 'guessable-password', 'busy'),
  },
});

/** `POST /api/desk/set-up`. */
export function setUpRoutes(needs: PeopleNeeds): Hono {
  const { db, auth, settings, origins, isGuessable } = needs;
  return new Hono().post(
    '/desk/set-up',
    description,
    changes('desk-set-up'),
    sameOrigin(origins),
    limitBody(),
    async (c) => {
      const read = await readJson(c, SetUp);
      if ('refusal' in read) return read.refusal;
      if (isGuessable(read.body.password, read.body)) return problemResponse(c, 'guessable-password');
      const record = (trx: Connection, id: string) => recordAct(c, trx, { staff: { id, name: read.body.name } });
      if (!(await useSetUpToken(db, settings, read.body, record))) return problemResponse(c, 'set-up-link-invalid');
      const checked = await checkCredentials(auth, read.body);
      const signing = checked && (await openSession(needs, checked));
      if (!signing) throw new Error('The account that was just made cannot sign in.');
      return signInAnswer(c, settings, signing);
    },
  );
}

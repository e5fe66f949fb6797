import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { Instant } from '../../domain/dates.ts';
import { LinkAnswer, LinkQuestion, LinkUse } from '../../domain/people-api.ts';
import { SignInStep } from '../../domain/staff.ts';
import { changes, noteAct, reads } from '../audit/acts.ts';
import { changeAndRecord, isRefused, type Refused } from '../audit/change-and-record.ts';
import { isUniqueViolation } from '../store/failures.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import { withBody } from '../web/staff-problems.ts';
import { exampleLinkQuestion, exampleLinkUse } from './examples.ts';
import type { PeopleNeeds } from './needs.ts';
import { signInAnswer } from './session-routes.ts';
import { checkCredentials, openSession } from './sessions.ts';
import { attemptsKey, forgiveAttempts } from './slow-down.ts';
import { readLink, useLink } from './staff-links.ts';

const problems = [...withBody, 'staff-link-invalid', 'busy'] as const;

const descriptions = {
  read: describeRoute({
    operationId: 'readStaffLink',
    summary: 'What a one-time link is for',
    requestBody: {
      required: true,
      content: { 'application/json': { schema: resolver(LinkQuestion), example: exampleLinkQuestion } },
    },
    responses: {
      200: { description: 'It is good.', content: { 'application/json': { schema: resolver(LinkAnswer) } } },
      ...problemAnswers(...problems),
    },
  }),
  use: describeRoute({
    operationId: 'useStaffLink',
    summary: 'Choose a password with a one-time link, and sign in',
    description: 'Where the account has a second factor, its code is asked for next, as at every sign-in.',
    requestBody: {
      required: true,
      content: { 'application/json': { schema: resolver(LinkUse), example: exampleLinkUse } },
    },
    responses: {
      200: { description: 'It is used up.', content: { 'application/json': { schema: resolver(SignInStep) } } },
      ...problemAnswers(...problems, 'account-exists', 'guessable-password'),
    },
  }),
};

/** `/api/staff/links/`: what an invited colleague asks, who has no account yet. The token is what lets them. */
export function linkRoutes({ now, ...needs }: PeopleNeeds & { now: () => Instant }): Hono {
  const { db, auth, settings, origins } = needs;
  const guards = [sameOrigin(origins), limitBody()] as const;
  return new Hono()
    .post('/staff/links/question', descriptions.read, reads('staff-link-read'), ...guards, async (c) => {
      const read = await readJson(c, LinkQuestion);
      if ('refusal' in read) return read.refusal;
      const link = await readLink(needs, read.body.token, now());
      return link ? c.json(link, 200, { 'Cache-Control': 'no-store' }) : problemResponse(c, 'staff-link-invalid');
    })
    .post('/staff/links/use', descriptions.use, changes('staff-link-used'), ...guards, async (c) => {
      const read = await readJson(c, LinkUse);
      if ('refusal' in read) return read.refusal;
      const used = await changeAndRecord(c, db, async (trx) => {
        const done = await useLink(trx, needs, read.body, now());
        if (!isRefused(done)) noteAct(c, { staff: { id: done.id, name: done.name }, details: { link: done.link } });
        return done;
      }).catch(unlessTaken);
      if (isRefused(used)) return problemResponse(c, used.problem);
      // Whoever forgot a password has most likely tried some.
      await forgiveAttempts(db, attemptsKey(settings.secret, used.email));
      const checked = await checkCredentials(auth, { email: used.email, password: read.body.password });
      const signing = checked && (await openSession(needs, checked));
      // Closed in the moment in which it was opened.
      if (!signing) return problemResponse(c, 'staff-link-invalid');
      return signInAnswer(c, settings, signing);
    });
}

// Two invitations to one address, used in one moment.
function unlessTaken(error: unknown): Refused {
  if (isUniqueViolation(error)) return { problem: 'account-exists' };
  throw error;
}

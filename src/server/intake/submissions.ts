import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod/mini';
import { Receipt } from '../../domain/api.ts';
import { type EventOf, receipt } from '../../domain/case-events.ts';
import { type Instant, londonDate } from '../../domain/dates.ts';
import { type Procedure, rulesOf } from '../../domain/procedure.ts';
import type { Step } from '../../domain/steps.ts';
import { Submission, SubmissionId } from '../../domain/submission.ts';
import { timelineOf } from '../../domain/timeline.ts';
import { isPlainJson, limitBody } from '../web/json-body.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { authorizationParameter, exampleAddition, exampleSubmission, submissionIdParameter } from './examples.ts';
import { readAuthorization } from './follow-keys.ts';
import { readSubmission } from './read-submission.ts';
import type { TakeIn, Taken } from './take-in.ts';

const mostTimelines = 1_000;

interface Needs {
  takeIn: TakeIn;
  procedure: Procedure;
  now: () => Instant;
}

// A body has one example; that of what is said later stands with the schema, as JSON Schema has it.
const described = Submission.check(z.meta({ examples: [exampleSubmission, exampleAddition] }));

const description = describeRoute({
  operationId: 'putSubmission',
  summary: 'Tell the council something',
  description:
    'Takes a submission in, once: sending the same again answers the same receipt. Other content under the same id ' +
    'and key is kept as a further version, and so is an addition (`addition`), which carries only what is said now. ' +
    '`safe`: `no` or `not-sure` is raised with staff at once. `helperKey` lets somebody who helps follow with a key of ' +
    'their own, as far as `helperMaySee` says (`dates` when nothing is said); `helperEnded` ends that for all of them, ' +
    'for good. Who has only the hash of the key (`Deposit`) lets nobody in after the first submission. `digest` is the SHA-256, in base64url, of the very bytes of this request.',
  parameters: [submissionIdParameter, authorizationParameter('Bearer')],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: resolver(described), example: exampleSubmission } },
  },
  responses: {
    200: {
      description: 'The council had it already; the receipt is that of the first time.',
      content: { 'application/json': { schema: resolver(Receipt) } },
    },
    201: { description: 'The council has it now.', content: { 'application/json': { schema: resolver(Receipt) } } },
    ...problemAnswers(
      'malformed-json',
      'invalid-id',
      'key-missing',
      'key-malformed',
      'wrong-key',
      'too-large',
      'unsupported-media-type',
      'unknown-version',
      'invalid-submission',
      'busy',
    ),
  },
});

/** `PUT /api/submissions/{id}`: the way in. */
export function submissionRoutes({ takeIn, procedure, now }: Needs): Hono {
  const timelineAtReceipt = rememberTimelines(procedure);
  return new Hono().put('/submissions/:id', description, limitBody(), async (c) => {
    const id = SubmissionId.safeParse(c.req.param('id'));
    if (!id.success) return problemResponse(c, 'invalid-id');
    const credentials = readAuthorization(c.req.header('authorization'));
    if ('problem' in credentials) return problemResponse(c, credentials.problem);
    if (!isPlainJson(c)) return problemResponse(c, 'unsupported-media-type');
    const body = await c.req.arrayBuffer();
    const read = readSubmission(body);
    if ('problem' in read) return problemResponse(c, read.problem, read.errors);

    const { keyHash: followKeyHash, mayRead: hasKey } = credentials;
    const { submission } = read;
    const taken = await takeIn({ id: id.data, followKeyHash, hasKey, submission, receivedAt: now() });
    if (taken.outcome === 'wrong-key' || taken.outcome === 'busy') return problemResponse(c, taken.outcome);
    const digest = createHash('sha256').update(new Uint8Array(body)).digest('base64url');
    const answer = receiptOf(id.data, digest, taken, timelineAtReceipt);
    return c.json(answer, taken.outcome === 'created' ? 201 : 200, { 'Cache-Control': 'no-store' });
  });
}

/** The receipt is that of the first time, whenever it is asked for again. */
function receiptOf(
  id: string,
  digest: string,
  taken: Extract<Taken, { reference: string }>,
  timelineAtReceipt: (received: EventOf<'received'>) => Step[],
): Receipt {
  const received = receipt(taken.firstEvents);
  const timeline = timelineAtReceipt(received);
  return { id, digest, reference: taken.reference, receivedAt: received.at, timeline };
}

/**
 * What is promised at receipt is the same for all of one kind, day and edition: worked out once for each of them,
 * for counting its working days takes longer than everything else between the socket and the store.
 */
function rememberTimelines(procedure: Procedure): (received: EventOf<'received'>) => Step[] {
  const known = new Map<string, Step[]>();
  return (received) => {
    const { at, on, kind, editions } = received;
    const today = londonDate(at);
    const key = JSON.stringify([kind, today, on, editions]);
    const found = known.get(key);
    if (found) return found;
    if (known.size >= mostTimelines) known.clear();
    const timeline = timelineOf([received], rulesOf(procedure, editions), today);
    known.set(key, timeline);
    return timeline;
  };
}

import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod/mini';
import { Receipt } from '../../domain/api.ts';
import { type EventOf, receipt } from '../../domain/case-events.ts';
import { type Instant, londonDate } from '../../domain/dates.ts';
import { refusedForGood } from '../../domain/problem-here.ts';
import type { ProblemCode } from '../../domain/problems.ts';
import { type Procedure, rulesOf } from '../../domain/procedure.ts';
import { type SealedFor, sealedType } from '../../domain/sealing.ts';
import type { Step } from '../../domain/steps.ts';
import { Submission, SubmissionId } from '../../domain/submission.ts';
import { timelineOf } from '../../domain/timeline.ts';
import type { Keyring } from '../sealing/keyring.ts';
import { unseal } from '../sealing/unseal.ts';
import { isPlainJson, isSealedType, limitBody, mostBytes } from '../web/json-body.ts';
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
  sealing: Sealing;
}

export interface Sealing {
  keyring: Keyring;
  /** `exampleSubmission`, sealed to a key of this server: another server's would be no example here. */
  example: string;
}

/** What may come plain may come sealed: a third more in base64url, with its header and padding. */
const mostSealedBytes = Math.ceil((mostBytes * 4) / 3) + 4_096;

// A body has one example; that of what is said later stands with the schema, as JSON Schema has it.
const described = Submission.check(z.meta({ examples: [exampleSubmission, exampleAddition] }));

const describe = (sealedExample: string) =>
  describeRoute({
    operationId: 'putSubmission',
    summary: 'Tell the council something',
    description:
      'Takes a submission in, once: sending the same again answers the same receipt. Other content under the same id ' +
      'and key is kept as a further version, and so is an addition (`addition`), which carries only what is said now. ' +
      '`safe`: `no` or `not-sure` is raised with staff at once. `helperKey` lets somebody who helps follow with a key of ' +
      'their own, as far as `helperMaySee` says (`dates` when nothing is said); `helperEnded` ends that for all of them, ' +
      'for good. Who has only the hash of the key (`Deposit`) lets nobody in after the first submission. `digest` is the SHA-256, in base64url, of the very bytes of this request. ' +
      'Sealed (`application/jose`), the same JSON is a JWE in compact form, `ECDH-ES` with `A256GCM` to the key of `GET ' +
      '/api/sealing-key`, whose protected header holds `alg`, `enc`, `epk`, the key’s `kid`, the `id` of the address, the ' +
      'follow key’s SHA-256 as `deposit`, and nothing else. What says the same is the same, sealed or not.',
    parameters: [submissionIdParameter, authorizationParameter('Bearer')],
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: resolver(described), example: exampleSubmission },
        [sealedType]: { schema: { type: 'string' }, example: sealedExample },
      },
    },
    responses: {
      200: {
        description: 'The council had it already; the receipt is that of the first time.',
        content: { 'application/json': { schema: resolver(Receipt) } },
      },
      201: { description: 'The council has it now.', content: { 'application/json': { schema: resolver(Receipt) } } },
      ...problemAnswers(...refusedForGood, 'busy'),
    },
  });

/** `PUT /api/submissions/{id}`: the way in. */
export function submissionRoutes({ takeIn, procedure, now, sealing }: Needs): Hono {
  const timelineAtReceipt = rememberTimelines(procedure);
  return new Hono().put('/submissions/:id', describe(sealing.example), limitBody(mostSealedBytes), async (c) => {
    const id = SubmissionId.safeParse(c.req.param('id'));
    if (!id.success) return problemResponse(c, 'invalid-id');
    const credentials = readAuthorization(c.req.header('authorization'));
    if ('problem' in credentials) return problemResponse(c, credentials.problem);
    const { keyHash: followKeyHash, mayRead: hasKey } = credentials;
    const body = await c.req.arrayBuffer();
    const json = await jsonIn(c, body, sealing.keyring, { id: id.data, deposit: followKeyHash });
    if ('problem' in json) return problemResponse(c, json.problem);
    const read = readSubmission(json.plaintext);
    if ('problem' in read) return problemResponse(c, read.problem, read.errors);

    const { submission } = read;
    const taken = await takeIn({ id: id.data, followKeyHash, hasKey, submission, receivedAt: now() });
    if (taken.outcome === 'wrong-key' || taken.outcome === 'busy') return problemResponse(c, taken.outcome);
    const digest = createHash('sha256').update(new Uint8Array(body)).digest('base64url');
    const answer = receiptOf(id.data, digest, taken, timelineAtReceipt);
    return c.json(answer, taken.outcome === 'created' ? 201 : 200, { 'Cache-Control': 'no-store' });
  });
}

/** The JSON that came, plain or sealed. */
async function jsonIn(
  c: Context,
  body: ArrayBuffer,
  keyring: Keyring,
  sealedFor: SealedFor,
): Promise<{ plaintext: ArrayBuffer } | { problem: ProblemCode }> {
  const isSealed = isSealedType(c);
  if (!isSealed && !isPlainJson(c)) return { problem: 'unsupported-media-type' };
  const json = isSealed ? await unseal(body, keyring, sealedFor) : { plaintext: body };
  return 'plaintext' in json && json.plaintext.byteLength > mostBytes ? { problem: 'too-large' } : json;
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

import type { Context } from 'hono';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { ZodMiniType } from 'zod/mini';
import { byUrgency, caseDetail, caseSummary } from '../../domain/case-view.ts';
import { type Instant, londonDate } from '../../domain/dates.ts';
import {
  Acknowledgement,
  CaseDetail,
  CaseList,
  type CaseSummary,
  PassingOn,
  SafetyAcceptance,
} from '../../domain/desk-api.ts';
import type { ProblemCode } from '../../domain/problems.ts';
import { SubmissionId } from '../../domain/submission.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import type { OfficerEnv, SignedIn } from '../web/officer-env.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import { type Acted, type Action, acceptSafety, acknowledge, type Office, passOn } from './actions.ts';
import { readAllCases, readCase } from './case-materials.ts';
import {
  caseIdParameter,
  complimentId,
  exampleAcknowledgement,
  examplePassingOn,
  exampleSafetyAcceptance,
  unsafeId,
} from './examples.ts';

interface Needs extends Office {
  now: () => Instant;
  signedIn: SignedIn;
  /** Where the desk's own pages are served. */
  origins: readonly string[];
}

const noStore = { 'Cache-Control': 'no-store' };
const security = [{ session: [] }];
const detailAnswer = {
  200: {
    description: 'The case as it stands now.',
    content: { 'application/json': { schema: resolver(CaseDetail) } },
  },
};
const actionProblems: ProblemCode[] = [
  'malformed-json',
  'invalid-id',
  'sign-in-required',
  'foreign-origin',
  'not-found',
  'already-done',
  'changed-meanwhile',
  'too-large',
  'unsupported-media-type',
  'invalid-body',
  'busy',
];

const descriptions = {
  list: describeRoute({
    operationId: 'listCases',
    summary: 'Every case, the most urgent first',
    description:
      'Not safe first, until staff have seen to it; then late, then by due date, then those with nothing to wait for.',
    security,
    responses: {
      200: { description: 'The cases.', content: { 'application/json': { schema: resolver(CaseList) } } },
      ...problemAnswers('sign-in-required', 'busy'),
    },
  }),
  read: describeRoute({
    operationId: 'getCase',
    summary: 'One case: what was said, what has happened, what is due',
    security,
    parameters: [caseIdParameter()],
    responses: { ...detailAnswer, ...problemAnswers('invalid-id', 'sign-in-required', 'not-found', 'busy') },
  }),
  acknowledge: describeRoute({
    operationId: 'acknowledgeCase',
    summary: 'Write that the council has it, and confirm the route of a complaint',
    description:
      '`revision` is that of the case as it was read. `route` is needed for a complaint, and has no place otherwise.',
    security,
    parameters: [caseIdParameter()],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: resolver(Acknowledgement), example: exampleAcknowledgement } },
    },
    responses: { ...detailAnswer, ...problemAnswers(...actionProblems) },
  }),
  passOn: describeRoute({
    operationId: 'passOnCase',
    summary: 'Record that a compliment or comment went to the team it is about',
    security,
    parameters: [caseIdParameter(complimentId)],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: resolver(PassingOn), example: examplePassingOn } },
    },
    responses: { ...detailAnswer, ...problemAnswers(...actionProblems, 'not-for-this-kind') },
  }),
  acceptSafety: describeRoute({
    operationId: 'acceptSafety',
    summary: 'Record that an officer has seen that somebody may not be safe, and what was done',
    description: 'The case falls back into its place in the list, with a mark. Whoever sent it sees nothing of this.',
    security,
    parameters: [caseIdParameter(unsafeId)],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: resolver(SafetyAcceptance), example: exampleSafetyAcceptance } },
    },
    responses: { ...detailAnswer, ...problemAnswers(...actionProblems, 'not-raised') },
  }),
};

/** `/api/desk/cases`: what staff see and do. Everything here stands behind a session. */
export function caseRoutes({ now, signedIn, origins, ...office }: Needs): Hono<OfficerEnv> {
  const { db, procedure, tellsByMail } = office;
  const guards = [sameOrigin(origins), limitBody()] as const;

  const acting =
    <Body>(schema: ZodMiniType<Body>, perform: (action: Action, body: Body) => Promise<Acted>) =>
    async (c: Context<OfficerEnv>) => {
      const id = SubmissionId.safeParse(c.req.param('id'));
      if (!id.success) return problemResponse(c, 'invalid-id');
      const read = await readJson(c, schema);
      if ('refusal' in read) return read.refusal;
      const acted = await perform({ caseId: id.data, by: c.get('officer').name, at: now() }, read.body);
      if ('problem' in acted) return problemResponse(c, acted.problem, acted.errors);
      return c.json(acted.detail, 200, noStore);
    };

  return new Hono<OfficerEnv>()
    .use('/desk/cases/*', signedIn)
    .get('/desk/cases', descriptions.list, async (c) => {
      const at = now();
      const cases: CaseSummary[] = [];
      for await (const each of readAllCases(db)) cases.push(caseSummary(each, procedure, at));
      return c.json({ asOf: londonDate(at), at, cases: cases.sort(byUrgency) }, 200, noStore);
    })
    .get('/desk/cases/:id', descriptions.read, async (c) => {
      const id = SubmissionId.safeParse(c.req.param('id'));
      if (!id.success) return problemResponse(c, 'invalid-id');
      const found = await readCase(db, id.data, tellsByMail);
      if (!found) return problemResponse(c, 'not-found');
      return c.json(caseDetail(found, procedure, now()), 200, noStore);
    })
    .post(
      '/desk/cases/:id/acknowledgement',
      descriptions.acknowledge,
      ...guards,
      acting(Acknowledgement, (action, body) => acknowledge(office, action, body)),
    )
    .post(
      '/desk/cases/:id/passing-on',
      descriptions.passOn,
      ...guards,
      acting(PassingOn, (action, body) => passOn(office, action, body)),
    )
    .post(
      '/desk/cases/:id/safety-acceptance',
      descriptions.acceptSafety,
      ...guards,
      acting(SafetyAcceptance, (action, body) => acceptSafety(office, action, body)),
    );
}

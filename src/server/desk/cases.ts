import type { Context } from 'hono';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { ZodMiniType } from 'zod/mini';
import { caseDetail } from '../../domain/case-view.ts';
import type { Instant } from '../../domain/dates.ts';
import { Acknowledgement, CaseDetail, PassingOn, SafetyAcceptance } from '../../domain/desk-api.ts';
import { CaseQuery } from '../../domain/desk-list.ts';
import { errorsOf, type ProblemCode } from '../../domain/problems.ts';
import { SubmissionId } from '../../domain/submission.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import type { OfficerEnv, SignedIn } from '../web/officer-env.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import { type Acted, type Action, acceptSafety, acknowledge, type Office, passOn } from './actions.ts';
import { readCase } from './case-materials.ts';
import {
  caseIdParameter,
  complimentId,
  exampleAcknowledgement,
  examplePassingOn,
  exampleSafetyAcceptance,
  unsafeId,
} from './examples.ts';
import { listCases, listDescription, searchDescription } from './list-cases.ts';
import { readCaseQuery } from './list-parameters.ts';
import { noteRead } from './note-read.ts';

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
    .get('/desk/cases', listDescription, async (c) => {
      const query = readCaseQuery(c.req.query());
      if (!query.success) return problemResponse(c, 'invalid-parameter', errorsOf(query.error));
      const list = await listCases(office, { officer: c.get('officer'), at: now() }, query.data);
      if ('problem' in list) return problemResponse(c, list.problem, list.errors);
      return c.json(list, 200, noStore);
    })
    .post('/desk/cases/search', searchDescription, ...guards, async (c) => {
      const read = await readJson(c, CaseQuery);
      if ('refusal' in read) return read.refusal;
      const list = await listCases(office, { officer: c.get('officer'), at: now() }, read.body);
      if ('problem' in list) return problemResponse(c, 'invalid-body', list.errors);
      return c.json(list, 200, noStore);
    })
    .get('/desk/cases/:id', descriptions.read, async (c) => {
      const id = SubmissionId.safeParse(c.req.param('id'));
      if (!id.success) return problemResponse(c, 'invalid-id');
      const found = await readCase(db, id.data, tellsByMail);
      if (!found) return problemResponse(c, 'not-found');
      await noteRead(office, found, now());
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

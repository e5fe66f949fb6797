import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { caseFacts } from '../../domain/case-facts.ts';
import { byUrgency, caseDetail, caseSummary } from '../../domain/case-view.ts';
import { type Instant, londonDate } from '../../domain/dates.ts';
import { CaseDetail, CaseList, type CaseSummary } from '../../domain/desk-api.ts';
import { mayOpenCase } from '../../domain/staff.ts';
import { SubmissionId } from '../../domain/submission.ts';
import { noteAct, reads } from '../audit/acts.ts';
import { may } from '../web/may.ts';
import type { OfficerEnv, SignedIn } from '../web/officer-env.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { actionRoutes } from './action-routes.ts';
import type { Office } from './actions.ts';
import { readAllCases, readCase } from './case-materials.ts';
import { caseIdParameter } from './examples.ts';

interface Needs extends Office {
  now: () => Instant;
  signedIn: SignedIn;
  /** Where the desk's own pages are served. */
  origins: readonly string[];
}

const noStore = { 'Cache-Control': 'no-store' };
const security = [{ session: [] }];
const descriptions = {
  list: describeRoute({
    operationId: 'listCases',
    summary: 'Every case, the most urgent first',
    description:
      'Not safe first, until staff have seen to it; then late, then by due date, then those with nothing to wait for.',
    security,
    responses: {
      200: { description: 'The cases.', content: { 'application/json': { schema: resolver(CaseList) } } },
      ...problemAnswers('sign-in-required', 'second-factor-needed', 'role-needed', 'busy'),
    },
  }),
  read: describeRoute({
    operationId: 'getCase',
    summary: 'One case: what was said, what has happened, what is due',
    security,
    parameters: [caseIdParameter],
    responses: {
      200: {
        description: 'The case as it stands now.',
        content: { 'application/json': { schema: resolver(CaseDetail) } },
      },
      ...problemAnswers('invalid-id', 'sign-in-required', 'second-factor-needed', 'role-needed', 'not-found', 'busy'),
    },
  }),
};

/** `/api/desk/cases`: what staff see and do. Everything here stands behind a session. */
export function caseRoutes({ now, signedIn, origins, ...office }: Needs): Hono<OfficerEnv> {
  const { db, procedure, tellsByMail } = office;
  const maySee = may('see-cases', 'see-own-team');
  return new Hono<OfficerEnv>()
    .use('/desk/cases/*', signedIn)
    .get('/desk/cases', descriptions.list, reads('cases-listed'), maySee, async (c) => {
      const at = now();
      const cases: CaseSummary[] = [];
      for await (const each of readAllCases(db)) {
        if (mayOpenCase(c.get('officer'), caseFacts(each.events))) cases.push(caseSummary(each, procedure, at));
      }
      noteAct(c, { details: { rows: cases.length } });
      return c.json({ asOf: londonDate(at), at, cases: cases.sort(byUrgency) }, 200, noStore);
    })
    .get('/desk/cases/:id', descriptions.read, reads('case-opened'), maySee, async (c) => {
      const id = SubmissionId.safeParse(c.req.param('id'));
      if (!id.success) return problemResponse(c, 'invalid-id');
      const found = await readCase(db, id.data, tellsByMail);
      const isOpen = found && mayOpenCase(c.get('officer'), caseFacts(found.events));
      if (!isOpen) return problemResponse(c, 'not-found');
      return c.json(caseDetail(found, procedure, now()), 200, noStore);
    })
    .route('/', actionRoutes({ office, now, signedIn, origins }));
}

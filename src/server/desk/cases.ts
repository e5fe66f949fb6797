import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { Instant } from '../../domain/dates.ts';
import { CaseDetail } from '../../domain/desk-api.ts';
import { CaseQuery } from '../../domain/desk-list.ts';
import { errorsOf } from '../../domain/problems.ts';
import { SubmissionId } from '../../domain/submission.ts';
import { noteAct, reads } from '../audit/acts.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import { may } from '../web/may.ts';
import type { OfficerEnv, SignedIn } from '../web/officer-env.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import { behindSession } from '../web/staff-problems.ts';
import { actionRoutes } from './action-routes.ts';
import type { Office } from './actions.ts';
import { copyRoutes } from './copy-routes.ts';
import { caseIdParameter } from './examples.ts';
import { listCases, listDescription, searchDescription } from './list-cases.ts';
import { readCaseQuery } from './list-parameters.ts';
import { listFacts } from './note-list.ts';
import { noteRead } from './note-read.ts';
import { detailOf, openCase } from './open-case.ts';
import { wayBackRoutes } from './ways-back.ts';

interface Needs extends Office {
  now: () => Instant;
  signedIn: SignedIn;
  /** Where the desk's own pages are served. */
  origins: readonly string[];
}

const noStore = { 'Cache-Control': 'no-store' };
const security = [{ session: [] }];
const descriptions = {
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
      ...problemAnswers(...behindSession, 'invalid-id', 'not-found'),
    },
  }),
};

/** `/api/desk/cases`: what staff see and do. Everything here stands behind a session. */
export function caseRoutes({ now, signedIn, origins, ...office }: Needs): Hono<OfficerEnv> {
  const { db } = office;
  const maySee = may('see-cases', 'see-own-team');
  return new Hono<OfficerEnv>()
    .use('/desk/cases/*', signedIn)
    .get('/desk/cases', listDescription, reads('cases-listed'), maySee, async (c) => {
      const query = readCaseQuery(c.req.query());
      if (!query.success) return problemResponse(c, 'invalid-parameter', errorsOf(query.error));
      const list = await listCases(office, { officer: c.get('officer'), at: now() }, query.data);
      if ('problem' in list) return problemResponse(c, list.problem, list.errors);
      noteAct(c, { details: listFacts(query.data, list.cases.length) });
      return c.json(list, 200, noStore);
    })
    .post(
      '/desk/cases/search',
      searchDescription,
      reads('cases-listed'),
      maySee,
      sameOrigin(origins),
      limitBody(),
      async (c) => {
        const read = await readJson(c, CaseQuery);
        if ('refusal' in read) return read.refusal;
        const list = await listCases(office, { officer: c.get('officer'), at: now() }, read.body);
        if ('problem' in list) return problemResponse(c, 'invalid-body', list.errors);
        noteAct(c, { details: listFacts(read.body, list.cases.length) });
        return c.json(list, 200, noStore);
      },
    )
    .get('/desk/cases/:id', descriptions.read, reads('case-opened'), maySee, async (c) => {
      const id = SubmissionId.safeParse(c.req.param('id'));
      if (!id.success) return problemResponse(c, 'invalid-id');
      const found = await openCase(office, db, { caseId: id.data, officer: c.get('officer'), at: now() });
      if (!found) return problemResponse(c, 'not-found');
      await noteRead(office, found.material, now());
      return c.json(detailOf(found, office, now()), 200, noStore);
    })
    .route('/', copyRoutes({ office, now, signedIn }))
    .route('/', actionRoutes({ office, now, signedIn, origins }))
    .route('/', wayBackRoutes({ office, now, signedIn, origins }));
}

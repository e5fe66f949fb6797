import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod/mini';
import { CaseAction } from '../../domain/case-actions.ts';
import type { Instant } from '../../domain/dates.ts';
import { Assignees } from '../../domain/desk-api.ts';
import { may as mayRole, type Officer, type Role } from '../../domain/staff.ts';
import { changes, recordAct, unrecorded } from '../audit/acts.ts';
import type { Connection } from '../store/database.ts';
import { listStaff } from '../store/staff.ts';
import { limitBody } from '../web/json-body.ts';
import { may } from '../web/may.ts';
import type { OfficerEnv, SignedIn } from '../web/officer-env.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import { behindSession } from '../web/staff-problems.ts';
import { aboutCase, caseAsItStands, readAboutCase } from './about-case.ts';
import { act, type Office } from './actions.ts';
import { caseIdParameter, exampleAction, exampleStory } from './examples.ts';

interface Needs {
  office: Office;
  now: () => Instant;
  signedIn: SignedIn;
  origins: readonly string[];
}

const noStore = { 'Cache-Control': 'no-store' };
const security = [{ session: [] }];

// A body has one example; those of everything else stand with the schema, and tell one case from first to last.
const described = CaseAction.check(z.meta({ examples: [...exampleStory] }));

const descriptions = {
  act: describeRoute({
    operationId: 'actOnCase',
    summary: 'Do something with a case: acknowledge, answer, extend, close and everything else of the procedure',
    description:
      '`action` says what; `allowed` of the case says what is possible now. `revision` is that of the case as it was ' +
      'read, so that nobody acts on what they have not seen. `on` is the day on which it truly happened, when that is ' +
      'not today. `message` is a letter, which the person reads. What is refused has changed nothing.',
    security,
    parameters: [caseIdParameter],
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: resolver(described), example: exampleAction },
      },
    },
    responses: {
      200: caseAsItStands,
      ...problemAnswers(
        ...aboutCase,
        'own-name',
        'already-done',
        'not-raised',
        'nobody-named',
        'must-not-handle',
        'no-open-concern',
        'second-person-needed',
        'not-yet',
        'stage-over',
        'case-closed',
        'not-closed',
        'not-on-this-route',
        'route-fixed',
        'case-rests',
        'not-resting',
        'nothing-to-rest',
        'changed-meanwhile',
        'past-limit',
        'date-before-receipt',
        'date-in-future',
        'dates-out-of-order',
        'not-for-this-kind',
      ),
    },
  }),
  assignees: describeRoute({
    operationId: 'listAssignees',
    summary: 'Whom a case may be given to',
    description: 'The staff by name. The teams are those of the council’s file, `GET /api/council`.',
    security,
    responses: {
      200: { description: 'The staff.', content: { 'application/json': { schema: resolver(Assignees) } } },
      ...problemAnswers(...behindSession),
    },
  }),
};

/** `POST /api/desk/cases/{id}/actions`: everything that staff do with a case, behind a session. */
export function actionRoutes({ office, now, signedIn, origins }: Needs): Hono<OfficerEnv> {
  return (
    new Hono<OfficerEnv>()
      .use('/desk/assignees', signedIn)
      // The names of colleagues, and nothing of a case.
      .get('/desk/assignees', descriptions.assignees, unrecorded(), may('act-on-cases'), async (c) =>
        c.json({ staff: await assignees(office.db) } satisfies Assignees, 200, noStore),
      )
      .post(
        '/desk/cases/:id/actions',
        descriptions.act,
        changes('case-acted-on'),
        signedIn,
        may('act-on-cases', 'accept-safety'),
        sameOrigin(origins),
        limitBody(),
        async (c) => {
          const read = await readAboutCase(c, CaseAction);
          if ('refusal' in read) return read.refusal;
          const { caseId, body } = read;
          const officer = c.get('officer');
          if (!mayDo(officer, body.action)) return problemResponse(c, 'role-needed');
          const record = (trx: Connection) => recordAct(c, trx, { verb: `case-${body.action}` });
          const acted = await act(office, { caseId, officer, at: now(), record }, body);
          if ('problem' in acted) return problemResponse(c, acted.problem, acted.errors);
          return c.json(acted.detail, 200, noStore);
        },
      )
  );
}

function mayDo(officer: Officer, action: CaseAction['action']): boolean {
  return mayRole(officer, action === 'accept-safety' ? 'accept-safety' : 'act-on-cases');
}

// Who has gone, and who could not open it, is given no case.
async function assignees(db: Connection): Promise<Assignees['staff']> {
  const staff = (await listStaff(db)).filter(
    ({ isActive, roles }) => isActive && roles.some((role) => ofCases.has(role)),
  );
  return staff.map(({ id, name }) => ({ id, name }));
}

const ofCases: ReadonlySet<string> = new Set<Role>(['officer', 'manager']);

import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { Instant } from '../../domain/dates.ts';
import { CopyPart, CopyQuery, InvestigatorCopy, investigatorCopy, usualParts } from '../../domain/investigator-copy.ts';
import { errorsOf } from '../../domain/problems.ts';
import { SubmissionId } from '../../domain/submission.ts';
import { noteAct, reads } from '../audit/acts.ts';
import { may } from '../web/may.ts';
import type { OfficerEnv, SignedIn } from '../web/officer-env.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { behindSession } from '../web/staff-problems.ts';
import type { Office } from './actions.ts';
import { caseIdParameter } from './examples.ts';
import { openCase } from './open-case.ts';

interface Needs {
  office: Office;
  now: () => Instant;
  signedIn: SignedIn;
}

const anyPart = `(${CopyPart.options.join('|')})`;

const description = describeRoute({
  operationId: 'copyCaseForInvestigator',
  summary: 'One case as an investigating officer or an independent person may see it, to be printed',
  description:
    'What is not asked for in `parts` is not in the answer. Who must not handle the case is never in it. Names of ' +
    'others in what was written are not taken out: a person reads the copy before it is handed over. That it was made, ' +
    'and with which parts, stands in the record of staff.',
  security: [{ session: [] }],
  parameters: [
    caseIdParameter,
    {
      name: 'parts',
      in: 'query',
      required: true,
      description: `What is in it beside what every copy has, with commas between: ${CopyPart.options.join(', ')}. May be empty.`,
      schema: { type: 'string', pattern: `^(${anyPart}(,${anyPart})*)?$`, maxLength: 200 },
      example: usualParts.join(','),
    },
  ],
  responses: {
    200: {
      description: 'The copy.',
      content: { 'application/json': { schema: resolver(InvestigatorCopy) } },
    },
    ...problemAnswers(...behindSession, 'invalid-id', 'invalid-parameter', 'not-found'),
  },
});

/** `GET /api/desk/cases/{id}/investigator-copy`. */
export function copyRoutes({ office, now, signedIn }: Needs): Hono<OfficerEnv> {
  return new Hono<OfficerEnv>().get(
    '/desk/cases/:id/investigator-copy',
    description,
    reads('case-printed'),
    signedIn,
    may('see-cases', 'see-own-team'),
    async (c) => {
      const id = SubmissionId.safeParse(c.req.param('id'));
      if (!id.success) return problemResponse(c, 'invalid-id');
      const query = CopyQuery.safeParse(c.req.query());
      if (!query.success) return problemResponse(c, 'invalid-parameter', errorsOf(query.error));
      const at = now();
      const found = await openCase(office, office.db, { caseId: id.data, officer: c.get('officer'), at });
      // Who is let in for somebody's safety alone hands nothing on.
      if (!found || found.forSafety) return problemResponse(c, 'not-found');
      const copy = investigatorCopy(found.material, query.data.parts, office.procedure, at);
      noteAct(c, { details: { parts: copy.parts.join('.') } });
      return c.json(copy, 200, { 'Cache-Control': 'no-store' });
    },
  );
}

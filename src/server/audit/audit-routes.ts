import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { OpenAPIV3_1 } from 'openapi-types';
import * as z from 'zod';
import { AuditPage, mostAuditEntries } from '../../domain/audit.ts';
import { listAuditEntries } from '../store/audit.ts';
import type { Db } from '../store/database.ts';
import { may } from '../web/may.ts';
import type { OfficerEnv, SignedIn } from '../web/officer-env.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { noteAct, reads } from './acts.ts';

const Query = z.object({
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
  limit: z.coerce.number().int().min(1).max(mostAuditEntries).default(100),
});

function numberParameter(name: string, description: string, example: number): OpenAPIV3_1.ParameterObject {
  return { name, in: 'query', description, schema: { type: 'integer' }, example };
}

const description = describeRoute({
  operationId: 'getAudit',
  summary: 'What staff did and saw, oldest first',
  description:
    'For administrators. `hash` is SHA-256, in hexadecimal, over the JSON of the list ["heard-audit-1", seq, at, staffId, ' +
    'staffName, verb, caseId, details, previous], so that whoever has the entries can check them. Reading them is recorded too.',
  security: [{ session: [] }],
  parameters: [
    numberParameter('after', 'Only entries after this one; 0 when it is left out.', 0),
    numberParameter('limit', `How many at most, up to ${mostAuditEntries}; 100 when it is left out.`, 100),
  ],
  responses: {
    200: { description: 'The entries.', content: { 'application/json': { schema: resolver(AuditPage) } } },
    ...problemAnswers('invalid-parameter', 'sign-in-required', 'second-factor-needed', 'role-needed', 'busy'),
  },
});

/** `GET /api/desk/audit`. */
export function auditRoutes({ db, signedIn }: { db: Db; signedIn: SignedIn }): Hono<OfficerEnv> {
  return new Hono<OfficerEnv>().get(
    '/desk/audit',
    description,
    reads('audit-read'),
    signedIn,
    may('manage-people', 'manage-configuration'),
    async (c) => {
      const query = Query.safeParse(c.req.query());
      if (!query.success) return problemResponse(c, 'invalid-parameter');
      const { after, limit } = query.data;
      const entries = await listAuditEntries(db, after, limit);
      const next = entries.length === limit ? (entries.at(-1)?.seq ?? null) : null;
      noteAct(c, { details: { after, rows: entries.length } });
      return c.json({ entries, next } satisfies AuditPage, 200, { 'Cache-Control': 'no-store' });
    },
  );
}

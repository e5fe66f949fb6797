import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { OpenAPIV3_1 } from 'openapi-types';
import * as z from 'zod';
import { type AuditNarrowing, AuditPage, auditVerbs, mostAuditEntries } from '../../domain/audit.ts';
import { addDays, startOfLondonDay } from '../../domain/dates.ts';
import { type AuditQuery, findAuditEntries, findAuditHead } from '../store/audit.ts';
import { findCaseByReference } from '../store/cases.ts';
import type { Db } from '../store/database.ts';
import { may } from '../web/may.ts';
import type { OfficerEnv, SignedIn } from '../web/officer-env.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { behindSession } from '../web/staff-problems.ts';
import { noteAct, reads } from './acts.ts';
import { exportLines } from './export.ts';

const mostSeq = 2_147_483_647;
// Not coerced: of an address `Number` would also take `1e2`, `0x10` and nothing at all.
const digits = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number);
const seq = digits.pipe(z.int().max(mostSeq));
const code = z.string().regex(/^[\w-]{1,64}$/);

const Query = z.strictObject({
  order: z.enum(['oldest', 'newest']).default('oldest'),
  after: seq.prefault('0'),
  before: seq.optional(),
  limit: digits.pipe(z.int().min(1).max(mostAuditEntries)).prefault('100'),
  staff: code.optional(),
  verb: code.optional(),
  case: code.optional(),
  day: z.iso.date().optional(),
});

function parameter(
  name: keyof z.infer<typeof Query>,
  description: string,
  example: string | number,
  schema: NonNullable<OpenAPIV3_1.ParameterObject['schema']> = {
    type: 'string',
    pattern: '^[A-Za-z0-9_-]{1,64}$',
  },
): OpenAPIV3_1.ParameterObject {
  return { name, in: 'query', description, schema, example };
}

function numbered(minimum: number, maximum = mostSeq): NonNullable<OpenAPIV3_1.ParameterObject['schema']> {
  return { type: 'integer', minimum, maximum };
}

const security = [{ session: [] }];
const hashing =
  '`hash` is SHA-256, in hexadecimal, over the JSON of the list ["heard-audit-1", seq, at, staffId, staffName, verb, ' +
  'caseId, details, previous], so that whoever has the entries can check them.';

const descriptions = {
  page: describeRoute({
    operationId: 'getAudit',
    summary: 'What staff did and saw, a page at a time',
    description: `For administrators. ${hashing} Reading them is recorded too.`,
    security,
    parameters: [
      parameter('order', '`oldest` first, when it is left out, or `newest`.', 'newest', {
        type: 'string',
        enum: ['oldest', 'newest'],
      }),
      parameter('after', 'Only entries after this one; 0 when it is left out.', 0, numbered(0)),
      parameter('before', 'Only entries before this one.', 2_000, numbered(0)),
      parameter(
        'limit',
        `How many at most, up to ${mostAuditEntries}; 100 when it is left out.`,
        100,
        numbered(1, mostAuditEntries),
      ),
      parameter(
        'staff',
        'Only of this colleague, by the id; `operator` is whoever has the server’s console.',
        'operator',
      ),
      parameter('verb', `Only this: ${auditVerbs.join(', ')}, or \`case-\` and the name of an action.`, 'case-close'),
      parameter('case', 'Only about this case, by its reference.', 'H-7K4P-2M'),
      parameter('day', 'Only of this day, in England.', '2026-11-20', { type: 'string', format: 'date' }),
    ],
    responses: {
      200: { description: 'The entries.', content: { 'application/json': { schema: resolver(AuditPage) } } },
      ...problemAnswers('invalid-parameter', ...behindSession),
    },
  }),
  whole: describeRoute({
    operationId: 'exportAudit',
    summary: 'The whole record of what staff did and saw',
    description:
      'For administrators: a line of JSON for each entry, oldest first, each as `getAudit` gives it but without the ' +
      `reference. ${hashing} "npm run audit:verify -- --export <file>" does. That it was exported is recorded, after ` +
      'the last line of it.',
    security,
    responses: {
      200: { description: 'The lines.', content: { 'application/jsonl': { schema: { type: 'string' } } } },
      ...problemAnswers(...behindSession),
    },
  }),
};

/** `/api/desk/audit`: the record, for administrators. It holds no words of anybody's. */
export function auditRoutes({ db, signedIn }: { db: Db; signedIn: SignedIn }): Hono<OfficerEnv> {
  const guards = [signedIn, may('manage-people', 'manage-configuration')] as const;
  return new Hono<OfficerEnv>()
    .get('/desk/audit', descriptions.page, reads('audit-read'), ...guards, async (c) => {
      const query = Query.safeParse(c.req.query());
      if (!query.success) return problemResponse(c, 'invalid-parameter');
      const { order, after, before, limit, ...narrowing } = query.data;
      const found = await caseAsked(db, narrowing);
      const wanted = { ...wantedOf(narrowing), after, before, newestFirst: order === 'newest', limit };
      const entries = found === 'none' ? [] : await findAuditEntries(db, { ...wanted, ...found });
      const next = entries.length === limit ? (entries.at(-1)?.seq ?? null) : null;
      // What was looked for, by codes: whose acts somebody reads, and about which case, is worth knowing.
      const { case: _, ...codes } = narrowing;
      const asked = Object.fromEntries(Object.entries(codes).filter(([, value]) => value !== undefined));
      noteAct(c, {
        ...(found !== 'none' && found.caseId && { caseId: found.caseId }),
        details: { order, after, ...(before !== undefined && { before }), rows: entries.length, ...asked },
      });
      return c.json({ entries, next } satisfies AuditPage, 200, { 'Cache-Control': 'no-store' });
    })
    .get('/desk/audit/export', descriptions.whole, reads('audit-exported'), ...guards, async (c) => {
      const upTo = (await findAuditHead(db))?.seq ?? 0;
      noteAct(c, { details: { rows: upTo } });
      return c.body(exportLines(db, upTo), 200, {
        'Content-Type': 'application/jsonl; charset=utf-8',
        'Content-Disposition': 'attachment; filename="heard-record.jsonl"',
        'Cache-Control': 'no-store',
      });
    });
}

async function caseAsked(db: Db, { case: reference }: AuditNarrowing): Promise<{ caseId?: string } | 'none'> {
  if (reference === undefined) return {};
  const found = await findCaseByReference(db, reference.toUpperCase());
  return found ? { caseId: found.id } : 'none';
}

function wantedOf({ staff, verb, day }: AuditNarrowing): Pick<AuditQuery, 'staffId' | 'verb' | 'from' | 'until'> {
  return {
    staffId: staff,
    verb,
    ...(day && { from: startOfLondonDay(day), until: startOfLondonDay(addDays(day, 1)) }),
  };
}

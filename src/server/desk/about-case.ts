import type { Context } from 'hono';
import { resolver } from 'hono-openapi';
import type { ZodMiniType } from 'zod/mini';
import { CaseDetail } from '../../domain/desk-api.ts';
import { SubmissionId } from '../../domain/submission.ts';
import { readJson } from '../web/json-body.ts';
import { problemResponse } from '../web/problem-response.ts';
import { behindSession, withBody } from '../web/staff-problems.ts';

/** What is asked of one case, and answered with it: the same wherever staff change something about one. */

/** What such an address may answer, beside what it does itself. */
export const aboutCase = [...behindSession, ...withBody, 'invalid-id', 'not-found'] as const;

export const caseAsItStands = {
  description: 'The case as it stands now.',
  content: { 'application/json': { schema: resolver(CaseDetail) } },
};

/** The case that the address names and the body, or the answer that says what is wrong with either. */
export async function readAboutCase<Body>(
  c: Context,
  schema: ZodMiniType<Body>,
): Promise<{ caseId: string; body: Body } | { refusal: Response }> {
  const id = SubmissionId.safeParse(c.req.param('id'));
  if (!id.success) return { refusal: problemResponse(c, 'invalid-id') };
  const read = await readJson(c, schema);
  return 'refusal' in read ? read : { caseId: id.data, body: read.body };
}

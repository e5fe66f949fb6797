import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { resolver } from 'hono-openapi';
import type { OpenAPIV3_1 } from 'openapi-types';
import { type Errors, Problem, type ProblemCode, problem, problems } from '../../domain/problems.ts';

/** How long a phone is asked to wait when the store is full, locked or restarting, in seconds. */
const comeBackAfter = '5';

/** Says no, as problem details (RFC 9457). */
export function problemResponse(c: Context, code: ProblemCode, errors?: Errors): Response {
  const { status } = problems[code];
  return c.body(JSON.stringify(problem(code, errors)), status as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...((status === 503 || status === 429) && { 'Retry-After': comeBackAfter }),
    ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
  });
}

/** The documented answers for these codes, by status, for the API's description. */
export function problemAnswers(...codes: ProblemCode[]): Record<string, OpenAPIV3_1.ResponseObject> {
  const byStatus = Map.groupBy(codes, (code) => problems[code].status);
  const answers = [...byStatus].map(([status, each]) => [
    status,
    {
      description: each.map((code) => `\`${code}\`: ${problems[code].title}`).join('\n\n'),
      content: { 'application/problem+json': { schema: resolver(Problem) } },
    },
  ]);
  return Object.fromEntries(answers);
}

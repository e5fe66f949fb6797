import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { Health } from '../../domain/api.ts';
import type { Db } from '../store/database.ts';
import { problemAnswers } from './problem-response.ts';

const description = describeRoute({
  operationId: 'getHealth',
  summary: 'Whether the service is ready, its store included',
  responses: {
    200: { description: 'Ready.', content: { 'application/json': { schema: resolver(Health) } } },
    ...problemAnswers('busy'),
  },
});

/** `GET /api/health`. A store that does not answer throws, and the answer is then 503. */
export function healthRoutes(db: Db, councilId: string): Hono {
  return new Hono().get('/health', description, async (c) => {
    await db.selectFrom('cases').select('id').limit(1).execute();
    return c.json({ status: 'ready', council: councilId }, 200, { 'Cache-Control': 'no-store' });
  });
}

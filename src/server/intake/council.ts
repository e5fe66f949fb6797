import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { Council } from '../../domain/council.ts';
import { PublicCouncil } from '../../domain/public-council.ts';

const description = describeRoute({
  operationId: 'getCouncil',
  summary: 'Which council this is, whom to ring, and the rules it answers by',
  responses: {
    200: { description: 'The council.', content: { 'application/json': { schema: resolver(PublicCouncil) } } },
  },
});

/** `GET /api/council`. */
export function councilRoutes(council: Council): Hono {
  const publicPart = PublicCouncil.parse(council);
  return new Hono().get('/council', description, (c) => c.json(publicPart));
}

import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { Status } from '../../domain/api.ts';
import type { Instant } from '../../domain/dates.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { statusFrom } from '../../domain/status.ts';
import type { Db } from '../store/database.ts';
import { listEvents } from '../store/events.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { authorizationParameter } from './examples.ts';
import { readAuthorization } from './follow-keys.ts';
import { openWithKey } from './open-with-key.ts';

interface Needs {
  db: Db;
  procedure: Procedure;
  now: () => Instant;
}

const description = describeRoute({
  operationId: 'getStatus',
  summary: 'What happens next, and by when',
  description:
    'Worked out afresh from what has happened, the rules in force at receipt and today’s date in England. The key of ' +
    'somebody who helps (`helperKey`) is accepted too; `letters` is empty unless `helperMaySee` is `everything`.',
  parameters: [authorizationParameter('Read')],
  responses: {
    200: { description: 'How it stands now.', content: { 'application/json': { schema: resolver(Status) } } },
    ...problemAnswers('key-missing', 'key-malformed', 'access-ended', 'deposit-cannot-read', 'unknown-key', 'busy'),
  },
});

/** `GET /api/status`: the way back. */
export function statusRoutes({ db, procedure, now }: Needs): Hono {
  return new Hono().get('/status', description, async (c) => {
    const credentials = readAuthorization(c.req.header('authorization'));
    if ('problem' in credentials) return problemResponse(c, credentials.problem);
    if (!credentials.mayRead) return problemResponse(c, 'deposit-cannot-read');
    const opened = await openWithKey(db, credentials.keyHash);
    if ('problem' in opened) return problemResponse(c, opened.problem);
    const events = await listEvents(db, opened.case.id);
    const status = statusFrom(opened.case, events, procedure, now(), opened.asking);
    return c.json(status, 200, { 'Cache-Control': 'no-store' });
  });
}

import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { type Instant, londonDate } from '../../domain/dates.ts';
import { MailState } from '../../domain/mail-api.ts';
import { reads } from '../audit/acts.ts';
import type { Db } from '../store/database.ts';
import { readMailState } from '../store/mails.ts';
import { may } from '../web/may.ts';
import type { OfficerEnv, SignedIn } from '../web/officer-env.ts';
import { problemAnswers } from '../web/problem-response.ts';
import { behindSession } from '../web/staff-problems.ts';

const description = describeRoute({
  operationId: 'getMailState',
  summary: 'Whether the e-mails to staff go',
  description:
    'For administrators: when the last one went, how many wait, and the code of the last that was not taken.',
  security: [{ session: [] }],
  responses: {
    200: { description: 'How it stands.', content: { 'application/json': { schema: resolver(MailState) } } },
    ...problemAnswers(...behindSession),
  },
});

interface Needs {
  db: Db;
  signedIn: SignedIn;
  now: () => Instant;
  /** Whether there is a mail server. */
  isSet: boolean;
}

/** `GET /api/staff/mail`. */
export function mailRoutes({ db, signedIn, now, isSet }: Needs): Hono<OfficerEnv> {
  const guards = [signedIn, may('manage-configuration')] as const;
  return new Hono<OfficerEnv>().get('/staff/mail', description, reads('mail-state-read'), ...guards, async (c) => {
    const state = await readMailState(db, londonDate(now()));
    return c.json({ isSet, ...state } satisfies MailState, 200, { 'Cache-Control': 'no-store' });
  });
}

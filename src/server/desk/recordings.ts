import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { Assignee } from '../../domain/assignee.ts';
import { type Instant, type IsoDate, londonDate } from '../../domain/dates.ts';
import { CaseDetail } from '../../domain/desk-api.ts';
import type { ProblemCode } from '../../domain/problems.ts';
import { earliestReceipt, Recording } from '../../domain/recording.ts';
import { isSimilarName } from '../../domain/similar-names.ts';
import { may as mayRole } from '../../domain/staff.ts';
import type { Submission } from '../../domain/submission.ts';
import { changes, recordAct } from '../audit/acts.ts';
import type { Connection } from '../store/database.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import { may } from '../web/may.ts';
import type { OfficerEnv, SignedIn } from '../web/officer-env.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import { behindSession, withBody } from '../web/staff-problems.ts';
import type { Office } from './actions.ts';
import { exampleRecording } from './examples.ts';
import { detailOf, openCase } from './open-case.ts';

/** Feedback on its way in, with who recorded it; the same door by which everything comes in. */
export type TakeRecording = (arrival: {
  id: string;
  followKeyHash: string;
  hasKey: boolean;
  submission: Submission;
  receivedAt: Instant;
  /** Writes the record of it, as the last statement of the transaction that takes it in. */
  record: (trx: Connection) => Promise<void>;
  recorded: { by: string; channel: Recording['channel']; on: Recording['receivedOn'] };
  assignedTo?: Assignee;
}) => Promise<{ outcome: 'created' | 'known' | 'further-version' | 'wrong-key' | 'busy' }>;

interface Needs extends Office {
  now: () => Instant;
  signedIn: SignedIn;
  origins: readonly string[];
  takeIn: TakeRecording;
}

const description = describeRoute({
  operationId: 'recordFeedback',
  summary: 'Record feedback that was heard in person, by phone, letter or e-mail',
  description:
    'Every date is counted from `receivedOn`, the day on which the council received it: today or earlier, within ten years. ' +
    'The same `id` and `followKey` again record it once.',
  security: [{ session: [] }],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: resolver(Recording), example: exampleRecording } },
  },
  responses: {
    200: {
      description: 'The case as it stands now.',
      content: { 'application/json': { schema: resolver(CaseDetail) } },
    },
    204: {
      description: 'It is recorded, and not yours to open: it names somebody like you, or it is no team’s of yours.',
    },
    ...problemAnswers(...behindSession, ...withBody, 'wrong-key', 'date-in-future'),
  },
});

const noStore = { 'Cache-Control': 'no-store' };

/** `POST /api/desk/recordings`. */
export function recordingRoutes({ now, signedIn, origins, takeIn, ...office }: Needs): Hono<OfficerEnv> {
  const { db } = office;
  return new Hono<OfficerEnv>()
    .use('/desk/recordings', signedIn)
    .post(
      '/desk/recordings',
      description,
      changes('feedback-recorded'),
      may('act-on-cases'),
      sameOrigin(origins),
      limitBody(),
      async (c) => {
        const read = await readJson(c, Recording);
        if ('refusal' in read) return read.refusal;
        const { id, followKey, channel, receivedOn, said } = read.body;
        const at = now();
        const dayFault = faultOfDay(receivedOn, londonDate(at));
        if (dayFault) return problemResponse(c, dayFault.problem, [{ pointer: '/receivedOn', code: dayFault.code }]);
        const officer = c.get('officer');
        const recorded = { by: officer.name, channel, on: receivedOn };
        // A manager sees the cases of their teams and their own. What they heard themselves they go on seeing, unless
        // somebody like them must not handle it.
        const isKept = said.notThisPerson !== undefined && isSimilarName(said.notThisPerson, officer);
        const isOwn = !mayRole(officer, 'see-cases') && !isKept;
        const arrival = {
          id,
          followKeyHash: hashOf(followKey),
          hasKey: true,
          submission: said,
          receivedAt: at,
          recorded,
          ...(isOwn && { assignedTo: { staff: officer.id, name: officer.name } }),
          record: (trx: Connection) => recordAct(c, trx, { caseId: id, details: { channel } }),
        };
        const { outcome } = await takeIn(arrival);
        if (outcome === 'wrong-key' || outcome === 'busy') return problemResponse(c, outcome);
        const found = await openCase(office, db, { caseId: id, officer: c.get('officer'), at });
        if (!found) return c.body(null, 204, noStore);
        return c.json(detailOf(found, office, at), 200, noStore);
      },
    );
}

function faultOfDay(receivedOn: IsoDate, today: IsoDate): { problem: ProblemCode; code: string } | undefined {
  if (receivedOn > today) return { problem: 'date-in-future', code: 'in_future' };
  return receivedOn < earliestReceipt(today) ? { problem: 'invalid-body', code: 'too_early' } : undefined;
}

function hashOf(followKey: string): string {
  return createHash('sha256').update(followKey).digest('base64url');
}

import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { CaseEvent } from '../../domain/case-events.ts';
import type { Instant } from '../../domain/dates.ts';
import type { Refused } from '../../domain/plan-action.ts';
import { WayBack } from '../../domain/way-back.ts';
import { changes, recordAct } from '../audit/acts.ts';
import type { Connection } from '../store/database.ts';
import { addDeviceKey, findDeviceKey, replaceEveryKey } from '../store/device-keys.ts';
import { isUniqueViolation } from '../store/failures.ts';
import { recordEvents } from '../store/keep-index.ts';
import { endPictureKeys } from '../store/picture-keys.ts';
import { limitBody } from '../web/json-body.ts';
import { may } from '../web/may.ts';
import type { OfficerEnv, SignedIn } from '../web/officer-env.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import { aboutCase, caseAsItStands, readAboutCase } from './about-case.ts';
import type { Acted, Actor, Office } from './actions.ts';
import { caseIdParameter, exampleWayBack } from './examples.ts';
import { detailOf, openCase } from './open-case.ts';

interface Needs {
  office: Office;
  now: () => Instant;
  signedIn: SignedIn;
  origins: readonly string[];
}

const description = describeRoute({
  operationId: 'helpBackIn',
  summary: 'Help somebody back in who has lost every way of their own',
  description:
    '`followKey` is minted by whoever asks, and handed to the person as a link; only its hash is kept. Who asked, and ' +
    'how it is known that it is them, stand in the history of the case. `endOthers` ends every other way of the ' +
    'person’s own: the first phone’s key, the pictures, other phones. A helper’s access is the person’s to end.',
  security: [{ session: [] }],
  parameters: [caseIdParameter],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: resolver(WayBack), example: exampleWayBack } },
  },
  responses: {
    200: caseAsItStands,
    ...problemAnswers(...aboutCase, 'must-not-handle', 'already-done', 'changed-meanwhile'),
  },
});

/** `POST /api/desk/cases/{id}/ways-back`. */
export function wayBackRoutes({ office, now, signedIn, origins }: Needs): Hono<OfficerEnv> {
  return new Hono<OfficerEnv>().post(
    '/desk/cases/:id/ways-back',
    description,
    changes('case-way-back-given'),
    signedIn,
    may('act-on-cases'),
    sameOrigin(origins),
    limitBody(),
    async (c) => {
      const read = await readAboutCase(c, WayBack);
      if ('refusal' in read) return read.refusal;
      const { caseId, body } = read;
      const record = (trx: Connection) => recordAct(c, trx, { caseId, details: { endOthers: body.endOthers } });
      const given = await giveWayBack(office, { caseId, officer: c.get('officer'), at: now(), record }, body);
      if ('problem' in given) return problemResponse(c, given.problem);
      return c.json(given.detail, 200, { 'Cache-Control': 'no-store' });
    },
  );
}

async function giveWayBack(office: Office, giving: Actor, wayBack: WayBack): Promise<Acted> {
  const { db, procedure } = office;
  const { caseId, officer, at, record } = giving;
  const { followKey, who, how, endOthers } = wayBack;
  const keyHash = createHash('sha256').update(followKey).digest('base64url');
  try {
    return await db.transaction().execute(async (trx): Promise<Acted> => {
      const open = await openCase(office, trx, giving);
      if (!open) return refused('not-found');
      const { material, forSafety } = open;
      // Who must not handle it is let in for safety alone, and a link reads every letter.
      if (forSafety) return refused('must-not-handle');
      if (await findDeviceKey(trx, keyHash)) return refused('already-done');
      const { events } = material;
      const event: CaseEvent = { type: 'way-back-given', at, by: officer.name, who, how, endedOthers: endOthers };
      await recordEvents(trx, procedure, [{ caseId, seq: events.length + 1, event }], at);
      if (endOthers) await endPictureKeys(trx, caseId, at);
      if (endOthers) await replaceEveryKey(trx, { caseId, keyHash, addedAt: at });
      else await addDeviceKey(trx, { caseId, keyHash, addedAt: at });
      await record(trx);
      return { detail: detailOf({ ...open, material: { ...material, events: [...events, event] } }, office, at) };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused('changed-meanwhile');
    throw error;
  }
}

function refused(problem: Refused['problem']): Refused {
  return { problem };
}

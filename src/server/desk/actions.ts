import { type CaseEvent, firstOf, receipt } from '../../domain/case-events.ts';
import { type CaseMaterial, caseDetail } from '../../domain/case-view.ts';
import type { Instant } from '../../domain/dates.ts';
import type { Acknowledgement, CaseDetail, PassingOn, SafetyAcceptance } from '../../domain/desk-api.ts';
import type { Errors, ProblemCode } from '../../domain/problems.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { openConcern } from '../../domain/safety.ts';
import type { Db } from '../store/database.ts';
import { isUniqueViolation } from '../store/failures.ts';
import { recordEvents } from '../store/keep-index.ts';
import { readCase } from './case-materials.ts';

/** What staff do with a case: each adds events, and none overwrites what somebody else did in the same moment. */

export interface Office {
  db: Db;
  procedure: Procedure;
  /** Whether this server sends e-mails about those who may not be safe. */
  tellsByMail: boolean;
}

export interface Action {
  caseId: string;
  /** The name that will stand under what is written. */
  by: string;
  at: Instant;
}

export type Acted = { detail: CaseDetail } | Refused;

interface Refused {
  problem: ProblemCode;
  errors?: Errors;
}

export function acknowledge(
  office: Office,
  action: Action,
  { message, route, revision }: Acknowledgement,
): Promise<Acted> {
  return act(office, action, revision, ({ events }) => {
    const isComplaint = receipt(events).kind === 'complaint';
    if (isComplaint && !route) return { problem: 'invalid-body', errors: [{ pointer: '/route', code: 'required' }] };
    if (!isComplaint && route) return { problem: 'invalid-body', errors: [{ pointer: '/route', code: 'not_allowed' }] };
    if (firstOf(events, 'acknowledged')) return { problem: 'already-done' };
    const { at, by } = action;
    return [
      { type: 'acknowledged', at, by, message },
      ...(route ? [{ type: 'route-confirmed', at, by, route } as const] : []),
    ];
  });
}

export function passOn(office: Office, action: Action, { message, revision }: PassingOn): Promise<Acted> {
  return act(office, action, revision, ({ events }) => {
    if (receipt(events).kind === 'complaint') return { problem: 'not-for-this-kind' };
    if (firstOf(events, 'passed-on')) return { problem: 'already-done' };
    const { at, by } = action;
    return [{ type: 'passed-on', at, by, ...(message && { message }) }];
  });
}

/** "I have seen this". Once for everything that was raised until then; what is raised later is open again. */
export function acceptSafety(
  office: Office,
  action: Action,
  { concern, action: done, revision }: SafetyAcceptance,
): Promise<Acted> {
  return act(office, action, revision, ({ events }) => {
    if (!firstOf(events, 'safety-raised')) return { problem: 'not-raised' };
    if (!openConcern(events)) return { problem: 'already-done' };
    const { at, by } = action;
    return [{ type: 'safety-accepted', at, by, concern, action: done }];
  });
}

/**
 * Reads the case, plans and appends in one transaction. The look at the revision is a courtesy; what decides between
 * two officers is the primary key of the events.
 *
 * @param plan the events to add, or why there are none
 */
async function act(
  { db, procedure, tellsByMail }: Office,
  { caseId, at }: Action,
  revision: number,
  plan: (material: CaseMaterial) => CaseEvent[] | Refused,
): Promise<Acted> {
  try {
    return await db.transaction().execute(async (trx): Promise<Acted> => {
      const material = await readCase(trx, caseId, tellsByMail);
      if (!material) return { problem: 'not-found' };
      const planned = plan(material);
      if ('problem' in planned) return planned;
      const { events } = material;
      if (events.length !== revision) return { problem: 'changed-meanwhile' };
      const rows = planned.map((event, index) => ({ caseId, seq: revision + 1 + index, event }));
      await recordEvents(trx, procedure, rows, at);
      return { detail: caseDetail({ ...material, events: [...events, ...planned] }, procedure, at) };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { problem: 'changed-meanwhile' };
    throw error;
  }
}

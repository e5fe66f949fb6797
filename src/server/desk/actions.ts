import { type CaseEvent, type CaseEventType, firstOf, receipt } from '../../domain/case-events.ts';
import { type CaseMaterial, caseDetail } from '../../domain/case-view.ts';
import type { Instant } from '../../domain/dates.ts';
import type { Acknowledgement, CaseDetail, PassingOn } from '../../domain/desk-api.ts';
import type { Errors, ProblemCode } from '../../domain/problems.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { Db } from '../store/database.ts';
import { appendEvents } from '../store/events.ts';
import { isUniqueViolation } from '../store/failures.ts';
import { readCase } from './case-materials.ts';

/** What staff do with a case: each adds events, and none overwrites what somebody else did in the same moment. */

export interface Action {
  caseId: string;
  /** The name that will stand under what is written. */
  by: string;
  at: Instant;
}

export type Acted = { detail: CaseDetail } | { problem: ProblemCode; errors?: Errors };

export function acknowledge(
  db: Db,
  procedure: Procedure,
  action: Action,
  { message, route, revision }: Acknowledgement,
): Promise<Acted> {
  return act(db, procedure, action, revision, ({ events }) => {
    const isComplaint = receipt(events).kind === 'complaint';
    if (isComplaint && !route) return { problem: 'invalid-body', errors: [{ pointer: '/route', code: 'required' }] };
    if (!isComplaint && route) return { problem: 'invalid-body', errors: [{ pointer: '/route', code: 'not_allowed' }] };
    const { at, by } = action;
    return {
      once: 'acknowledged',
      add: [
        { type: 'acknowledged', at, by, message },
        ...(route ? [{ type: 'route-confirmed', at, by, route } as const] : []),
      ],
    };
  });
}

export function passOn(db: Db, procedure: Procedure, action: Action, { message, revision }: PassingOn): Promise<Acted> {
  return act(db, procedure, action, revision, ({ events }) => {
    if (receipt(events).kind === 'complaint') return { problem: 'not-for-this-kind' };
    const { at, by } = action;
    return { once: 'passed-on', add: [{ type: 'passed-on', at, by, ...(message && { message }) }] };
  });
}

type Plan = { once: CaseEventType; add: CaseEvent[] } | { problem: ProblemCode; errors?: Errors };

/**
 * Reads the case, plans and appends in one transaction. The look at the revision is a courtesy; what decides between
 * two officers is the primary key of the events.
 */
async function act(
  db: Db,
  procedure: Procedure,
  { caseId, at }: Action,
  revision: number,
  plan: (material: CaseMaterial) => Plan,
): Promise<Acted> {
  try {
    return await db.transaction().execute(async (trx): Promise<Acted> => {
      const material = await readCase(trx, caseId);
      if (!material) return { problem: 'not-found' };
      const planned = plan(material);
      if ('problem' in planned) return planned;
      const { events } = material;
      if (firstOf(events, planned.once)) return { problem: 'already-done' };
      if (events.length !== revision) return { problem: 'changed-meanwhile' };
      const rows = planned.add.map((event, index) => ({ caseId, seq: revision + 1 + index, event }));
      await appendEvents(trx, rows);
      return { detail: caseDetail({ ...material, events: [...events, ...planned.add] }, procedure, at) };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { problem: 'changed-meanwhile' };
    throw error;
  }
}

import type { Assignee } from '../../domain/assignee.ts';
import type { CaseAction } from '../../domain/case-actions.ts';
import { receipt } from '../../domain/case-events.ts';
import { caseFacts } from '../../domain/case-facts.ts';
import { caseDetail } from '../../domain/case-view.ts';
import type { Council } from '../../domain/council.ts';
import { type Instant, londonDate } from '../../domain/dates.ts';
import type { CaseDetail } from '../../domain/desk-api.ts';
import { planAction, type Refused } from '../../domain/plan-action.ts';
import { type Procedure, rulesOf } from '../../domain/procedure.ts';
import { mayOpenCase, type Officer } from '../../domain/staff.ts';
import type { Connection, Db } from '../store/database.ts';
import { isUniqueViolation } from '../store/failures.ts';
import { recordEvents } from '../store/keep-index.ts';
import { findStaff } from '../store/staff.ts';
import { readCase } from './case-materials.ts';

/** What staff do with a case: each adds events, and none overwrites what somebody else did in the same moment. */

export interface Office {
  db: Db;
  procedure: Procedure;
  /** The council's services with their teams. */
  services: Council['services'];
  /** Whether this server sends e-mails about those who may not be safe. */
  tellsByMail: boolean;
}

export interface Actor {
  caseId: string;
  /** Whose name will stand under what is written. To whom a case is closed, there is none. */
  officer: Officer;
  at: Instant;
  /** Writes the record of it, as the last statement of the transaction that carries it out. */
  record: (trx: Connection) => Promise<void>;
}

export type Acted = { detail: CaseDetail } | Refused;

/**
 * Reads the case, plans and appends in one transaction. The look at the revision is a courtesy; what decides between
 * two officers is the primary key of the events.
 */
export async function act(
  { db, procedure, services, tellsByMail }: Office,
  actor: Actor,
  action: CaseAction,
): Promise<Acted> {
  const { caseId, officer, at } = actor;
  try {
    return await db.transaction().execute(async (trx): Promise<Acted> => {
      const material = await readCase(trx, caseId, tellsByMail);
      if (!material || !mayOpenCase(officer, caseFacts(material.events))) return { problem: 'not-found' };
      const { events } = material;
      const standing = { events, rules: rulesOf(procedure, receipt(events).editions), today: londonDate(at) };
      const planned = planAction(
        { ...standing, by: officer.name, at, assignee: await assigneeOf(trx, services, action) },
        action,
      );
      if ('problem' in planned) return planned;
      if (events.length !== action.revision) return { problem: 'changed-meanwhile' };
      const rows = planned.map((event, index) => ({ caseId, seq: events.length + 1 + index, event }));
      await recordEvents(trx, procedure, rows, at);
      await actor.record(trx);
      return { detail: caseDetail({ ...material, events: [...events, ...planned] }, procedure, at) };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { problem: 'changed-meanwhile' };
    throw error;
  }
}

async function assigneeOf(
  db: Connection,
  services: Council['services'],
  action: CaseAction,
): Promise<Assignee | undefined> {
  if (action.action !== 'assign') return undefined;
  const { to } = action;
  if ('team' in to) {
    const isKnown = services.some(({ teams }) => teams.some(({ id }) => id === to.team));
    return isKnown ? to : undefined;
  }
  const found = await findStaff(db, to.staff);
  return found?.isActive ? { staff: found.id, name: found.name } : undefined;
}

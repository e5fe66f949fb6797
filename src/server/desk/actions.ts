import type { Assignee } from '../../domain/assignee.ts';
import type { CaseAction } from '../../domain/case-actions.ts';
import { receipt } from '../../domain/case-events.ts';
import type { Council } from '../../domain/council.ts';
import { type Instant, londonDate } from '../../domain/dates.ts';
import type { CaseDetail } from '../../domain/desk-api.ts';
import { namedPeople } from '../../domain/named-people.ts';
import { planAction, type Refused } from '../../domain/plan-action.ts';
import { type Procedure, rulesOf } from '../../domain/procedure.ts';
import type { Officer } from '../../domain/staff.ts';
import type { Connection, Db } from '../store/database.ts';
import { isUniqueViolation } from '../store/failures.ts';
import { recordEvents } from '../store/keep-index.ts';
import { findStaff, type StaffRow } from '../store/staff.ts';
import { detailOf, openCase } from './open-case.ts';

/** What staff do with a case: each adds events, and none overwrites what somebody else did in the same moment. */

export interface Office {
  db: Db;
  procedure: Procedure;
  /** The council's services with their teams. */
  services: Council['services'];
  /** Whether this server sends e-mails about those who may not be safe. */
  tellsByMail: boolean;
  /** The e-mail address of who sees a case that is kept from every officer. */
  fallback: string;
  /** How many hours somebody may be let in for safety, from whom a case is kept. */
  accessHours: number;
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
export async function act(office: Office, actor: Actor, action: CaseAction): Promise<Acted> {
  const { db, procedure, services, accessHours } = office;
  const { caseId, officer, at } = actor;
  try {
    return await db.transaction().execute(async (trx): Promise<Acted> => {
      const open = await openCase(office, trx, actor);
      if (!open) return { problem: 'not-found' };
      const { material, forSafety, seesNow } = open;
      if (forSafety && action.action !== 'accept-safety') return { problem: 'must-not-handle' };
      if (!seesNow && action.action === 'note-worse') return { problem: 'not-raised' };
      const { events, versions } = material;
      const standing = {
        events,
        rules: rulesOf(procedure, receipt(events).editions),
        today: londonDate(at),
        named: namedPeople(events, versions),
      };
      const colleagues = await colleaguesOf(trx, action);
      const assignee = assigneeOf(colleagues, services, action);
      const acting = { ...standing, by: officer.name, at, actor: officer, assignee, colleagues, accessHours };
      const planned = planAction(acting, action);
      if ('problem' in planned) return planned;
      if (events.length !== action.revision) return { problem: 'changed-meanwhile' };
      const rows = planned.map((event, index) => ({ caseId, seq: events.length + 1 + index, event }));
      await recordEvents(trx, procedure, rows, at);
      await actor.record(trx);
      return {
        detail: detailOf({ ...open, material: { ...material, events: [...events, ...planned] } }, office, at),
      };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { problem: 'changed-meanwhile' };
    throw error;
  }
}

/** The accounts that an action names by id, as far as there are such. */
async function colleaguesOf(db: Connection, action: CaseAction): Promise<StaffRow[]> {
  const ids = idsIn(action);
  const found: StaffRow[] = [];
  for (const id of ids) {
    const row = await findStaff(db, id);
    if (row) found.push(row);
  }
  return found;
}

function idsIn(action: CaseAction): string[] {
  if (action.action === 'match-named-person') return [...new Set(action.staff)];
  if (action.action === 'ask-safety-access') return [action.staff];
  return action.action === 'assign' && 'staff' in action.to ? [action.to.staff] : [];
}

function assigneeOf(
  colleagues: readonly StaffRow[],
  services: Council['services'],
  action: CaseAction,
): Assignee | undefined {
  if (action.action !== 'assign') return undefined;
  const { to } = action;
  if ('team' in to) {
    const isKnown = services.some(({ teams }) => teams.some(({ id }) => id === to.team));
    return isKnown ? to : undefined;
  }
  const found = colleagues.find(({ id }) => id === to.staff);
  return found?.isActive ? { staff: found.id, name: found.name } : undefined;
}

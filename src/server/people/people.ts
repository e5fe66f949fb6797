import type { Instant } from '../../domain/dates.ts';
import type { Deactivated, Person, Posting } from '../../domain/people-api.ts';
import type { ProblemCode } from '../../domain/problems.ts';
import type { Officer } from '../../domain/staff.ts';
import type { Refused } from '../audit/change-and-record.ts';
import type { Connection, Engine } from '../store/database.ts';
import {
  endSessions,
  findStaff,
  holdAdministrators,
  listStaff,
  removeSecondFactor,
  type StaffRow,
  setDeactivated,
  setPosting,
} from '../store/staff.ts';
import { removeStaffLinksOf } from '../store/staff-links.ts';
import type { PeopleNeeds } from './needs.ts';
import { rolesOf } from './officer-of.ts';

/** What an administrator does with an account, in a transaction that records it too. */

export interface Change {
  /** Who makes it. */
  by: Officer;
  /** Whose account. */
  id: string;
  at: Instant;
}

export type Changed = { person: Person } | Refused;

export async function listPeople({ db }: PeopleNeeds): Promise<Person[]> {
  return (await listStaff(db)).map(personOf);
}

export function changePosting(trx: Connection, { by, id }: Change, posting: Posting): Promise<Changed> {
  return change(trx, id, async (person) => {
    if (!posting.roles.includes('administrator') && (await isLastAdministrator(trx, id))) return 'last-administrator';
    if (by.id === id && isMore(posting, person)) return 'not-yourself';
    await setPosting(trx, id, posting);
    return undefined;
  });
}

/** Ends every session at once, and every link that would open the account again. */
export function deactivate(trx: Connection, { id, at }: Change): Promise<Changed> {
  return change(trx, id, async () => {
    if (await isLastAdministrator(trx, id)) return 'last-administrator';
    // In the order in which using a link goes, so that neither waits for the other for ever.
    await removeStaffLinksOf(trx, id);
    await setDeactivated(trx, id, at);
    await endSessions(trx, id);
    return undefined;
  });
}

export function reactivate(trx: Connection, { id }: Change): Promise<Changed> {
  return change(trx, id, async () => {
    await setDeactivated(trx, id, null);
    return undefined;
  });
}

/** For a colleague whose phone is gone: they set up another at their next sign-in. */
export function resetSecondFactor(trx: Connection, engine: Engine, { id }: Change): Promise<Changed> {
  return change(trx, id, async (person) => {
    if (!person.hasSecondFactor) return 'second-factor-off';
    await removeSecondFactor(trx, id, engine === 'postgres' ? false : 0);
    await endSessions(trx, id);
    return undefined;
  });
}

// A team is a way into its cases, as a role is.
function isMore(then: Posting, now: Posting): boolean {
  return then.roles.some((role) => !now.roles.includes(role)) || then.teams.some((team) => !now.teams.includes(team));
}

export function personOf(row: StaffRow): Person {
  return { ...row, roles: rolesOf(row.roles) };
}

/** With the references of the cases that are still given to them. */
export function deactivated(person: Person, openCases: string[]): Deactivated {
  return { person, openCases };
}

async function change(
  trx: Connection,
  id: string,
  make: (person: Person) => Promise<ProblemCode | undefined>,
): Promise<Changed> {
  const before = await findStaff(trx, id);
  if (!before) return { problem: 'not-found' };
  const problem = await make(personOf(before));
  if (problem) return { problem };
  const after = await findStaff(trx, id);
  return { person: personOf(after ?? before) };
}

async function isLastAdministrator(trx: Connection, id: string): Promise<boolean> {
  const all = await holdAdministrators(trx);
  return all.length === 1 && all[0] === id;
}

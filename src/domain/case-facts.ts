import type { Assignee } from './assignee.ts';
import type { CaseEvent } from './case-events.ts';
import type { Instant } from './dates.ts';
import { type Colleague, isKeptFrom, leftTo, type NamedPerson, type Naming, namedPeople } from './named-people.ts';
import { letIn } from './safety-access.ts';
import { may, type Officer } from './staff.ts';

/** Whose a case is: the id of a team and of a person; null while nobody was given it. */
export interface Holder {
  team: string | null;
  assignee: string | null;
}

/** Everything that decides who may open a case. */
export interface CaseFacts extends Holder {
  named: readonly NamedPerson[];
  /** The ids of those who are let in for safety, although it is kept from them. */
  letIn: readonly string[];
  /** The id of who sees it because it is kept from every officer. */
  leftTo: string | null;
}

/** Whether somebody may read, find and count a case. Who was named may not, whatever they are at the desk. */
export function mayOpenCase(officer: Officer, { named, letIn, leftTo, team, assignee }: CaseFacts): boolean {
  if (isKeptFrom(officer, named)) return letIn.includes(officer.id);
  if (leftTo === officer.id || may(officer, 'see-cases')) return true;
  if (!may(officer, 'see-own-team')) return false;
  return assignee === officer.id || (team !== null && officer.teams.includes(team));
}

/**
 * Whether a case is kept from somebody and they are not let in: what a list asks of each case that it shows, for
 * somebody may have been named since it asked which to show.
 */
export function isClosedTo(
  officer: Officer,
  { events, versions }: Omit<OpeningMaterial, 'staff'>,
  at: Instant,
): boolean {
  return isKeptFrom(officer, namedPeople(events, versions)) && !letIn(events, at).includes(officer.id);
}

/** Whether somebody is in a case for safety alone: they may read it and see to the concern, and nothing else. */
export function isInForSafety(officer: Officer, { named }: CaseFacts): boolean {
  return isKeptFrom(officer, named);
}

/** Whether somebody is of the complaints team for a case: an officer, or who sees it because no officer may. */
export function seesHowThingsAre(officer: Officer, { leftTo }: CaseFacts): boolean {
  return may(officer, 'see-cases') || leftTo === officer.id;
}

/**
 * Whose a case is, by what has happened. A case that goes on to a person stays with the team that had it, so that who
 * leads the team still sees it; a team that is named takes it from whoever had it.
 */
export function holderOf(events: readonly CaseEvent[]): Holder {
  let facts: Holder = { team: null, assignee: null };
  for (const event of events) {
    if (event.type === 'assignment-ended') facts = { ...facts, assignee: null };
    if (event.type !== 'assigned') continue;
    facts = 'team' in event.to ? { team: event.to.team, assignee: null } : { ...facts, assignee: event.to.staff };
  }
  return facts;
}

/** Who has a case, by the name they had when it was given to them: the person, else the team; null while nobody has it. */
export function givenTo(events: readonly CaseEvent[]): Assignee | null {
  const { team, assignee } = holderOf(events);
  const given = events.findLast(
    (event) => event.type === 'assigned' && 'staff' in event.to && event.to.staff === assignee,
  );
  if (given?.type === 'assigned') return given.to;
  return team === null ? null : { team };
}

/** What has happened and was said, as far as it decides who may see it. */
export interface OpeningMaterial {
  events: readonly CaseEvent[];
  versions: readonly Naming[];
  /** Everybody of the staff. May be left empty where nobody was named. */
  staff: readonly Colleague[];
}

/**
 * Everything that decides who may open a case.
 *
 * @param fallback the e-mail address of who sees it when it is kept from every officer
 */
export function caseFacts({ events, versions, staff }: OpeningMaterial, fallback: string, at: Instant): CaseFacts {
  const named = namedPeople(events, versions);
  return { ...holderOf(events), named, letIn: letIn(events, at), leftTo: leftTo(named, staff, fallback)?.id ?? null };
}

/** The event that takes a case from whom it is given to, when they are one of those who must not handle it. */
export function endAssignment(
  events: readonly CaseEvent[],
  isNamed: (holder: { id: string; name: string }) => boolean,
  at: Instant,
): CaseEvent[] {
  const { assignee } = holderOf(events);
  const given = events.findLast(
    (event) => event.type === 'assigned' && 'staff' in event.to && event.to.staff === assignee,
  );
  if (given?.type !== 'assigned' || !('staff' in given.to)) return [];
  const from = { id: given.to.staff, name: given.to.name };
  return isNamed(from) ? [{ type: 'assignment-ended', from, at }] : [];
}

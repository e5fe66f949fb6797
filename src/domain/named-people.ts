import { inOrderSaid } from './answers.ts';
import type { CaseEvent, EventOf } from './case-events.ts';
import { isSimilarName, wordsOf } from './similar-names.ts';

/** Who must not handle a case: the names that were given, and what staff have made of each. */

/** As much of an account as a name is compared with. */
export interface Account {
  id: string;
  name: string;
  email: string;
}

export interface NamedPerson {
  /** As it was typed when it was given first. */
  said: string;
  /** `unmatched`: no officer has said yet who it is. */
  state: 'unmatched' | 'matched' | 'not-staff';
  /** Who it is, by the names they had then. */
  staff: { id: string; name: string }[];
  /** What the officer said who found them not to be on the staff. */
  reason?: string;
  /** Who said what it is now, and when. */
  by?: string;
  at?: string;
}

/** Two ways of typing one name are one name. */
export function nameKey(said: string): string {
  return wordsOf(said).join(' ') || said.trim();
}

/**
 * Everybody who was ever named, in the order in which they were. A name that was given is not taken back by another:
 * somebody who is afraid of two people may say so one after the other.
 */
export function namedPeople(
  events: readonly CaseEvent[],
  versions: readonly { notThisPerson?: string | undefined; addition?: unknown }[],
): NamedPerson[] {
  const named = new Map<string, NamedPerson>();
  for (const { notThisPerson: said } of inOrderSaid(versions)) {
    if (said && !named.has(nameKey(said))) named.set(nameKey(said), { said, state: 'unmatched', staff: [] });
  }
  for (const event of events) {
    if (event.type !== 'named-person-matched' && event.type !== 'named-person-not-staff') continue;
    const before = named.get(nameKey(event.said));
    if (before) named.set(nameKey(event.said), { said: before.said, ...foundOut(event) });
  }
  return [...named.values()];
}

function foundOut(
  event: EventOf<'named-person-matched'> | EventOf<'named-person-not-staff'>,
): Omit<NamedPerson, 'said'> {
  const who = { by: event.by, at: event.at };
  return event.type === 'named-person-matched'
    ? { state: 'matched', staff: event.staff, ...who }
    : { state: 'not-staff', staff: [], reason: event.reason, ...who };
}

/** Whether a case is kept from somebody: they are who was named, or nobody knows yet and their name is like it. */
export function isKeptFrom(account: Account, named: readonly NamedPerson[]): boolean {
  return named.some(({ said, state, staff }) => {
    if (state === 'unmatched') return isSimilarName(said, account);
    return staff.some(({ id }) => id === account.id);
  });
}

/** Somebody of the staff as the question needs them who is left to see a case. */
export interface Colleague extends Account {
  isActive: boolean;
  roles: readonly string[];
}

/**
 * The account that sees a case because it is kept from every officer there is, or null: it is not, there is no such
 * account, or that one is named as well.
 */
export function leftTo(
  named: readonly NamedPerson[],
  staff: readonly Colleague[],
  fallbackEmail: string,
): Account | null {
  if (named.length === 0) return null;
  const officers = staff.filter(({ isActive, roles }) => isActive && roles.includes('officer'));
  if (officers.length === 0 || !officers.every((officer) => isKeptFrom(officer, named))) return null;
  const fallback = staff.find((each) => isFallback(each, fallbackEmail));
  return fallback && !isKeptFrom(fallback, named) ? fallback : null;
}

/** Whether an account is the one that a council's file names, and can come to the cases of the desk. */
export function isFallback({ email, isActive, roles }: Colleague, fallbackEmail: string): boolean {
  const worksOnCases = roles.includes('officer') || roles.includes('manager');
  return isActive && worksOnCases && email === fallbackEmail.toLowerCase();
}

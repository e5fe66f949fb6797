import { inOrderSaid } from './answers.ts';
import type { CaseEvent, EventOf } from './case-events.ts';
import { type NotThisRole, namesIn } from './not-this-role.ts';
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

/** As much of what was said as names somebody. */
export interface Naming {
  notThisPerson?: string | undefined;
  notThisRole?: readonly NotThisRole[] | undefined;
  addition?: unknown;
}

/**
 * Everybody who was ever named, in the order in which they were. A name that was given is not taken back by another:
 * somebody who is afraid of two people may say so one after the other.
 */
export function namedPeople(events: readonly CaseEvent[], versions: readonly Naming[]): NamedPerson[] {
  const named = new Map<string, NamedPerson>();
  for (const said of inOrderSaid(versions).flatMap(namesIn)) {
    if (!named.has(nameKey(said))) named.set(nameKey(said), { said, state: 'unmatched', staff: [] });
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

/**
 * The same of somebody who has no account, and of whom nothing but an e-mail address is known. Who was found not to be
 * on the staff may be just that one, so a name like theirs keeps them out until it is matched to somebody else.
 *
 * @param emails the addresses of the staff, by the ids of their accounts
 */
export function isKeptFromAddress(
  address: string,
  named: readonly NamedPerson[],
  emails: ReadonlyMap<string, string>,
): boolean {
  const account = { name: '', email: address };
  return named.some(({ said, state, staff }) => {
    if (state !== 'matched') return isSimilarName(said, account);
    return staff.some(({ id, name }) => emails.get(id) === address.toLowerCase() || isSimilarName(name, account));
  });
}

/**
 * The same of a name that staff typed: of whoever investigates, sits on a panel or speaks for the child, with an account
 * or without. As long as nobody has said who is meant, whoever may be is kept away. Once it was said, only who bears that
 * name is, for a colleague who shares a surname is another; who is not on the staff may be just that one.
 */
export function isNameKept(typed: string, named: readonly NamedPerson[]): boolean {
  const account = { name: typed, email: '' };
  const words = wordsOf(typed);
  // An initial may stand for a word of it.
  const stands = (word: string) => words.some((each) => each === word || (each.length === 1 && word.startsWith(each)));
  const isBornBy = (name: string) => {
    const theirs = wordsOf(name);
    return theirs.length > 0 && theirs.every(stands);
  };
  return named.some(({ said, state, staff }) => {
    if (state === 'unmatched') return isSimilarName(said, account);
    return state === 'matched' ? staff.some(({ name }) => isBornBy(name)) : isBornBy(said);
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

import type { Instant, IsoDate } from './dates.ts';
import { soonDays } from './desk-list.ts';
import type { IndexRow } from './index-row.ts';
import { may, type Officer } from './staff.ts';
import { addWorkingDays } from './working-days.ts';

/** Who of the staff is told in the morning of which case, and what there is to tell of it. */

/** As much of a case's row as an e-mail needs. Nothing in it was written by the person. */
export type DigestCase = Pick<
  IndexRow,
  | 'caseId'
  | 'reference'
  | 'team'
  | 'assignee'
  | 'unsafeSince'
  | 'unread'
  | 'unacknowledged'
  | 'step'
  | 'due'
  | 'optional'
>;

export type LateCase = DigestCase & { due: IsoDate };

/** One of the staff who works cases, with the ids of the cases of today's that they may see. */
export interface Watcher {
  officer: Officer;
  sees: ReadonlySet<string>;
}

export interface Watch {
  cases: readonly DigestCase[];
  /** By the id of the account; those who cannot sign in are left out. */
  watchers: ReadonlyMap<string, Watcher>;
}

/** The last day of what is due soon, as the list counts it. */
export function soonFrom(today: IsoDate): IsoDate {
  return addWorkingDays(today, soonDays);
}

/** Whether the council is late with it; with what the person may do nobody is. */
export function isLate(row: DigestCase, today: IsoDate): row is LateCase {
  return row.due !== null && !row.optional && row.due < today;
}

/** Whether there is anything to tell of it today. */
export function isToTell(row: DigestCase, today: IsoDate): boolean {
  return row.unsafeSince !== null || row.unread || isDueBy(row, soonFrom(today));
}

/**
 * The cases of one person's morning: those given to them, and those that are nobody's. Nobody's is also what was given
 * to somebody who cannot sign in any more or may not see it; it goes to every officer who may see it, and where no
 * officer may, to whoever else does. Where something in it has not been looked at, as when it was taken from whom it was
 * given to, it goes to who leads its team, too: they have somebody to give it to.
 */
export function casesOf(id: string, { cases, watchers }: Watch): DigestCase[] {
  const watcher = watchers.get(id);
  if (!watcher) return [];
  const { officer, sees } = watcher;
  const isOfficer = may(officer, 'see-cases');
  const isSeenByOfficer = (caseId: string) =>
    [...watchers.values()].some((each) => may(each.officer, 'see-cases') && each.sees.has(caseId));
  const leads = (team: string | null) => team !== null && may(officer, 'see-own-team') && officer.teams.includes(team);
  return cases.filter(({ caseId, assignee, team, unread }) => {
    if (!sees.has(caseId)) return false;
    if (assignee !== null && watchers.get(assignee)?.sees.has(caseId)) return assignee === id;
    return isOfficer || (unread && leads(team)) || !isSeenByOfficer(caseId);
  });
}

export type Part = 'unsafe' | 'late' | 'today' | 'soon' | 'unread';

export interface Morning {
  /** Each case once, under what is most urgent about it. In the order in which they matter. */
  parts: { part: Part; cases: DigestCase[] }[];
  unread: number;
  unacknowledged: number;
}

/** What one person is told in the morning; undefined when there is nothing to tell. */
export function morningOf(cases: readonly DigestCase[], today: IsoDate): Morning | undefined {
  const told = cases.filter((each) => isToTell(each, today));
  if (told.length === 0) return undefined;
  const by = Map.groupBy(told, (each) => partOf(each, today));
  return {
    parts: order.flatMap((part) => {
      const found = by.get(part);
      return found ? [{ part, cases: found.toSorted(byUrgency) }] : [];
    }),
    unread: told.filter(({ unread }) => unread).length,
    unacknowledged: told.filter(({ unacknowledged }) => unacknowledged).length,
  };
}

const order: readonly Part[] = ['unsafe', 'late', 'today', 'soon', 'unread'];

function partOf(row: DigestCase, today: IsoDate): Part {
  if (row.unsafeSince) return 'unsafe';
  if (isLate(row, today)) return 'late';
  if (isDueBy(row, today)) return 'today';
  return isDueBy(row, soonFrom(today)) ? 'soon' : 'unread';
}

function isDueBy({ due, optional }: DigestCase, day: IsoDate): boolean {
  return due !== null && !optional && due <= day;
}

function byUrgency(a: DigestCase, b: DigestCase): number {
  return placeOf(a).localeCompare(placeOf(b)) || a.reference.localeCompare(b.reference);
}

// What nobody has opened and is due by no near day comes by its reference.
function placeOf({ unsafeSince, due }: DigestCase): Instant | IsoDate {
  return unsafeSince ?? due ?? '9999-12-31';
}

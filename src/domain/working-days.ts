import { goodFriday, isBankHoliday } from './bank-holidays.ts';
import { daysBetween, type IsoDate, nextDay, weekday, yearOf } from './dates.ts';

/** Tells of a date whether it counts. */
export type Calendar = (date: IsoDate) => boolean;

/**
 * A working day: not a Saturday, a Sunday, Christmas Day, Boxing Day, Good Friday or a bank holiday in England.
 * Source: The Children Act 1989 Representations Procedure (England) Regulations 2006, SI 2006/1738, regulation 2.
 */
export const isWorkingDay: Calendar = (date) => {
  const known = knownDays.get(date);
  if (known !== undefined) return known;
  const counts = countsByLaw(date);
  if (knownDays.size >= mostKnownDays) knownDays.clear();
  knownDays.set(date, counts);
  return counts;
};

// The same days are asked about for every case.
const knownDays = new Map<IsoDate, boolean>();
const mostKnownDays = 50_000;

function countsByLaw(date: IsoDate): boolean {
  const day = weekday(date);
  if (day === 0 || day === 6) return false;
  const monthAndDay = date.slice(5);
  if (monthAndDay === '12-25' || monthAndDay === '12-26') return false;
  return date !== goodFriday(yearOf(date)) && !isBankHoliday(date);
}

/** The same calendar with more days that do not count. */
export function without(calendar: Calendar, isLeftOut: (date: IsoDate) => boolean): Calendar {
  return (date) => calendar(date) && !isLeftOut(date);
}

/**
 * The `days`-th counting day after `date`. The day itself is day 0, whether it counts or not. The last date there is when
 * that comes first.
 */
export function addWorkingDays(date: IsoDate, days: number, calendar: Calendar = isWorkingDay): IsoDate {
  let reached = date;
  for (let left = days; left > 0; ) {
    const next = nextDay(reached);
    if (next === reached) break;
    reached = next;
    if (calendar(reached)) left -= 1;
  }
  return reached;
}

/** Whoever counts days reads the first thousands of them at most; a date typed wrong must not keep a process busy. */
const mostDaysCounted = 7_500;

/**
 * How many counting days lie after `from`, up to and including `to`; 0 when `to` is not later. Of what lies further away
 * than some twenty years only those of the first twenty.
 */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: Calendar = isWorkingDay): number {
  let [count, day] = [0, from];
  for (let left = Math.min(daysBetween(from, to), mostDaysCounted); left > 0; left -= 1) {
    day = nextDay(day);
    if (calendar(day)) count += 1;
  }
  return count;
}

/** `date` itself when it counts, otherwise the first day after it that does. */
export function firstWorkingDay(date: IsoDate, calendar: Calendar = isWorkingDay): IsoDate {
  return calendar(date) ? date : addWorkingDays(date, 1, calendar);
}

import { addDays, dateOf, type IsoDate, yearOf } from '../../domain/dates.ts';
import { isWorkingDay } from '../../domain/working-days.ts';

/** The council's years, from April to March, and where today stands in them. */

/**
 * The first day of the last whole year that can have been reported on: what came in its last weeks has been answered by
 * the end of June, so until then it is the year before.
 */
export function reportedFrom(today: IsoDate): IsoDate {
  const year = yearOf(today);
  return dateOf(today >= dateOf(year, 7, 1) ? year - 1 : year - 2, 4, 1);
}

/** The first days of so many months from an April on, and of the one after them. */
export function monthsFrom(april: IsoDate, count: number): IsoDate[] {
  return Array.from({ length: count + 1 }, (_, index) => dateOf(yearOf(april), 4 + index, 1));
}

/** Every day from `from` up to and not including `until`. */
export function daysBetween(from: IsoDate, until: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The `days`-th working day before `date`; 0 is `date` itself. */
export function workingDaysBefore(date: IsoDate, days: number): IsoDate {
  let reached = date;
  for (let left = days; left > 0; ) {
    reached = addDays(reached, -1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

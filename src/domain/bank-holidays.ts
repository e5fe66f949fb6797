import published from './bank-holidays.json' with { type: 'json' };
import { addDays, dateOf, type IsoDate, weekday, yearOf } from './dates.ts';

const publishedYears: Record<string, readonly IsoDate[] | undefined> = published.years;

/**
 * Bank holidays in England. For the years GOV.UK has published (2012 to 2028) this is its list, one-off holidays
 * included; for any other year it is the standing rule, which cannot know of a one-off before it is proclaimed.
 */
export function isBankHoliday(date: IsoDate): boolean {
  return bankHolidays(yearOf(date)).has(date);
}

const years = new Map<number, ReadonlySet<IsoDate>>();

function bankHolidays(year: number): ReadonlySet<IsoDate> {
  const known = years.get(year);
  if (known) return known;
  const dates = new Set(publishedYears[year] ?? bankHolidaysByRule(year));
  years.set(year, dates);
  return dates;
}

/**
 * The eight standing bank holidays of a year, in order.
 * Source: Banking and Financial Dealings Act 1971, Schedule 1, and the yearly proclamations under its section 1 for
 * New Year's Day, the early May holiday and the days in place of a holiday at a weekend.
 */
export function bankHolidaysByRule(year: number): IsoDate[] {
  const easter = easterSunday(year);
  return [
    afterWeekend(dateOf(year, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayOnOrAfter(dateOf(year, 5, 1)),
    mondayOnOrAfter(dateOf(year, 5, 25)),
    mondayOnOrAfter(dateOf(year, 8, 25)),
    ...christmas(year),
  ];
}

/** Good Friday is not a working day by name, whatever the list of bank holidays says. */
export function goodFriday(year: number): IsoDate {
  const known = goodFridays.get(year);
  if (known) return known;
  const date = addDays(easterSunday(year), -2);
  goodFridays.set(year, date);
  return date;
}

// Asked of every day that is counted: working it out anew was half the cost of a timeline.
const goodFridays = new Map<number, IsoDate>();

// When Christmas Day is a Sunday, Boxing Day keeps its Monday and Christmas Day moves to the Tuesday behind it.
function christmas(year: number): [IsoDate, IsoDate] {
  const day = weekday(dateOf(year, 12, 25));
  if (day === 5) return [dateOf(year, 12, 25), dateOf(year, 12, 28)];
  if (day === 6) return [dateOf(year, 12, 27), dateOf(year, 12, 28)];
  if (day === 0) return [dateOf(year, 12, 26), dateOf(year, 12, 27)];
  return [dateOf(year, 12, 25), dateOf(year, 12, 26)];
}

function afterWeekend(date: IsoDate): IsoDate {
  const day = weekday(date);
  if (day === 6) return addDays(date, 2);
  return day === 0 ? addDays(date, 1) : date;
}

function mondayOnOrAfter(date: IsoDate): IsoDate {
  return addDays(date, (8 - weekday(date)) % 7);
}

/** The Gregorian computus in the form published in Nature, 20 April 1876, known as Meeus/Jones/Butcher. */
function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return dateOf(year, Math.floor(days / 31), (days % 31) + 1);
}

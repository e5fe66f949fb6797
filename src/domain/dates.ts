import * as z from 'zod/mini';

/**
 * Calendar dates are ISO strings (`2026-11-25`): they sort, compare and store as they are, and carry no hour that
 * a time zone could move. Instants are ISO strings in UTC (`2026-11-25T09:30:00.000Z`).
 */
export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;

export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

const dayInMilliseconds = 86_400_000;

// Beyond these a date has more digits for its year, and would no longer sort as it follows.
const firstDay: IsoDate = '0000-01-01';
const lastDay: IsoDate = '9999-12-31';

/** The date `days` calendar days after `date`; negative goes back. Never beyond the first or the last date there is. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const reached = Date.parse(date) + days * dayInMilliseconds;
  return isoDate(new Date(Math.min(Math.max(reached, Date.parse(firstDay)), Date.parse(lastDay))));
}

/** How many calendar days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / dayInMilliseconds;
}

// Counting working days asks for the next day again and again, and writing a date out costs ten times a look-up.
const nextDays = new Map<IsoDate, IsoDate>();
const mostNextDays = 50_000;

export function nextDay(date: IsoDate): IsoDate {
  const known = nextDays.get(date);
  if (known) return known;
  const next = addDays(date, 1);
  if (nextDays.size >= mostNextDays) nextDays.clear();
  nextDays.set(date, next);
  return next;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(date: IsoDate): number {
  return new Date(date).getUTCDay();
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** A date from its parts; `month` is 1 to 12. */
export function dateOf(year: number, month: number, day: number): IsoDate {
  return isoDate(new Date(Date.UTC(year, month - 1, day)));
}

// Made when it is first used and then kept: making one costs a thousand times a use of it, and as much of a slow
// phone's start as everything else together.
let london: Intl.DateTimeFormat | undefined;

/**
 * The calendar date in England at an instant. From the end of March to the end of October England is an hour ahead
 * of UTC, so what arrives at 23:30 UTC in June arrived on the next day.
 */
export function londonDate(instant: Instant): IsoDate {
  // Since 1972 it has never been more than an hour ahead: before 23:00 UTC the date is that of UTC, and asking the
  // formatter costs a hundred times as much.
  if (instant > '1972' && instant.slice(11, 13) < '23') return instant.slice(0, 10);
  // en-CA writes year-month-day.
  london ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return london.format(new Date(instant));
}

let londonClock: Intl.DateTimeFormat | undefined;

/** What the clocks in England show at an instant: `07:30`. */
export function londonTime(instant: Instant): string {
  londonClock ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return londonClock.format(new Date(instant));
}

/** The instant at which a day begins in England. */
export function startOfLondonDay(date: IsoDate): Instant {
  const inSummer = `${addDays(date, -1)}T23:00:00.000Z`;
  return londonDate(inSummer) === date ? inSummer : `${date}T00:00:00.000Z`;
}

function isoDate(date: Date): IsoDate {
  return date.toISOString().slice(0, 10);
}

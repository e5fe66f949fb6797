import { type Instant, type IsoDate, yearOf } from '../domain/dates.ts';

/** Dates as an officer scans them: short, with the weekday, and with the year only when it is another one. */

const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const shortDay = new Intl.DateTimeFormat('en-GB', { ...day, timeZone: 'UTC' });
const withYear = new Intl.DateTimeFormat('en-GB', { ...day, year: 'numeric', timeZone: 'UTC' });
const inLondon = new Intl.DateTimeFormat('en-GB', {
  ...day,
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});
const inLondonWithYear = new Intl.DateTimeFormat('en-GB', {
  ...day,
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

export function shortDate(date: IsoDate, today: IsoDate): string {
  return withoutCommas((yearOf(date) === yearOf(today) ? shortDay : withYear).format(new Date(date)));
}

/** An instant on the clocks in England: "Fri 20 Nov 21:14". */
export function shortInstant(instant: Instant, today: IsoDate): string {
  const format = yearOf(instant) === yearOf(today) ? inLondon : inLondonWithYear;
  return withoutCommas(format.format(new Date(instant)));
}

/** When the council received it: for what staff recorded the day of that, and not when they wrote it down. */
export function receivedDay({ receivedAt, recorded }: Received, today: IsoDate): string {
  return recorded ? shortDate(recorded.on, today) : shortInstant(receivedAt, today);
}

interface Received {
  receivedAt: Instant;
  recorded: { on: IsoDate } | null;
}

/** Calendar days from one date to a later one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function withoutCommas(text: string): string {
  return text.replaceAll(',', '');
}

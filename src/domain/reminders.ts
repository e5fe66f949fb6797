import * as z from 'zod/mini';
import { type Instant, type IsoDate, londonDate, londonTime } from './dates.ts';
import type { Calendar } from './working-days.ts';

/** When staff are told by e-mail of what waits, and when of what is late, as a council writes it down. */

const workingDays = z.int().check(z.minimum(1), z.maximum(260));
/** From so many working days after the date on which it was due, and again after each so many more. */
const Telling = z.strictObject({ after: workingDays, repeatEvery: workingDays });
export type Telling = z.infer<typeof Telling>;

export const Reminders = z.strictObject({
  /** The hour in England from which the day's e-mails go: `07:30`. */
  at: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be an hour of the day such as 07:30')),
  /** `working-days` leaves out the council's closure days too. */
  on: z.enum(['working-days', 'every-day']),
  /** What is late, to who leads the team: 1 is the next morning. */
  managers: Telling,
  /** What stays late. */
  seniorManagers: Telling,
  /** How many days it is kept which of these e-mails went, and what they told. The record of staff is apart from it. */
  keptForDays: z.optional(z.int().check(z.minimum(30), z.maximum(3650))),
});
export type Reminders = z.infer<typeof Reminders>;

const usuallyKept = 365;

/** Since when it is kept which e-mails went. */
export function keptSince({ keptForDays = usuallyKept }: Pick<Reminders, 'keptForDays'>, now: Instant): Instant {
  return new Date(Date.parse(now) - keptForDays * 24 * 60 * 60 * 1000).toISOString();
}

/** So many days at least: what is forgotten sooner would be told again in the same period. */
export function leastKept({ managers, seniorManagers }: Pick<Reminders, 'managers' | 'seniorManagers'>): number {
  return 2 * Math.max(managers.repeatEvery, seniorManagers.repeatEvery);
}

/** Whether it is kept long enough that nothing is told twice. */
export function isKeptLongEnough(reminders: Reminders): boolean {
  return (reminders.keptForDays ?? usuallyKept) >= leastKept(reminders);
}

/**
 * The day, in England, whose e-mails are to go at this instant; undefined before their hour, and on a day without any.
 * Who was asleep at that hour is told the same day by whoever wakes up.
 *
 * @param isWorkingDay the days on which the council is open
 */
export function dayToTell({ at, on }: Reminders, isWorkingDay: Calendar, now: Instant): IsoDate | undefined {
  const today = londonDate(now);
  if (on === 'working-days' && !isWorkingDay(today)) return undefined;
  return londonTime(now) >= at ? today : undefined;
}

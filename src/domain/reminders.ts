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
});
export type Reminders = z.infer<typeof Reminders>;

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

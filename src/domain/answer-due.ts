import { type CaseEvent, dateHappened, type EventOf } from './case-events.ts';
import type { IsoDate } from './dates.ts';
import { type PausedDays, pausedDays, restingCalendar } from './pauses.ts';
import {
  addWorkingDays,
  type Calendar,
  firstWorkingDay,
  isWorkingDay,
  without,
  workingDaysBetween,
} from './working-days.ts';

interface Answer {
  events: readonly CaseEvent[];
  today: IsoDate;
  stage: 1 | 2;
  /** The day from which its time is counted: day 0. */
  from: IsoDate;
  rule: { answerWithin: number; extendableTo: number };
  calendar: Calendar;
  /** When it was given; what happens after that moves it no more. */
  doneAt: IsoDate | undefined;
}

/**
 * The date of an answer with its extensions and pauses. An extension never goes past the rule's limit. Days on which
 * the case rested for a court or the police do not count; days on which an advocate was being found do not count
 * either, but never move the date past the limit ("day 20 always opens stage 2").
 */
export function answerDue(answer: Answer): { due: IsoDate; certain: boolean; limit: IsoDate } {
  const { from, rule, calendar, doneAt, today } = answer;
  const known = answer.events.filter((event) => dateHappened(event) <= (doneAt ?? today));
  const paused = pausedDays(known, doneAt ?? today);
  const limit = addWorkingDays(from, rule.extendableTo, without(calendar, paused.byCourtOrPolice));
  const usual = addWorkingDays(from, rule.answerWithin, restingCalendar(calendar, paused));
  const extended = extensionsOf(known, answer.stage).map((each) => extendedTo(each, calendar, paused));
  const due = extended.reduce(later, usual);
  return { due: earlier(due, limit), certain: !paused.open, limit };
}

function extensionsOf(events: readonly CaseEvent[], stage: 1 | 2): EventOf<'extended'>[] {
  return events.filter((event) => event.type === 'extended').filter((event) => event.stage === stage);
}

/**
 * The date it was extended to, moved by the working days on which the case rested after it was given. Days on which the
 * council closes later must not bring it forward: until a day that does not count is until the next that does, and a
 * closure within a pause takes nothing from what the pause gives. Nor does it matter from when the usual time counts.
 */
function extendedTo(extension: EventOf<'extended'>, calendar: Calendar, paused: PausedDays): IsoDate {
  const { until } = extension;
  const givenOn = dateHappened(extension);
  const resting = restingCalendar(calendar, paused);
  if (until <= givenOn) return firstWorkingDay(until, resting);
  const lawDaysAtWork = restingCalendar(isWorkingDay, paused);
  const counts: Calendar = (date) => calendar(date) || (isWorkingDay(date) && !lawDaysAtWork(date));
  const days = workingDaysBetween(givenOn, firstWorkingDay(until, counts), counts);
  return addWorkingDays(givenOn, days, resting);
}

export function earlier(actual: IsoDate | undefined, due: IsoDate): IsoDate {
  return actual && actual < due ? actual : due;
}

/** What counts from something that has not happened yet counts from today at the earliest. */
export function later(expected: IsoDate, today: IsoDate): IsoDate {
  return expected > today ? expected : today;
}

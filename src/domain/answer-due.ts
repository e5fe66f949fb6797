import { type CaseEvent, dateHappened, type EventOf } from './case-events.ts';
import type { IsoDate } from './dates.ts';
import { pausedDays, restingCalendar } from './pauses.ts';
import { addWorkingDays, type Calendar, without, workingDaysBetween } from './working-days.ts';

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
export function answerDue(answer: Answer): { due: IsoDate; certain: boolean } {
  const { from, rule, calendar, doneAt, today } = answer;
  const known = answer.events.filter((event) => dateHappened(event) <= (doneAt ?? today));
  const paused = pausedDays(known, doneAt ?? today);
  const limit = addWorkingDays(from, rule.extendableTo, without(calendar, paused.byCourtOrPolice));
  const days = Math.max(rule.answerWithin, ...extensionsOf(known, answer.stage).map((each) => daysGiven(each, answer)));
  const due = addWorkingDays(from, days, restingCalendar(calendar, paused));
  return { due: earlier(due, limit), certain: !paused.open };
}

function extensionsOf(events: readonly CaseEvent[], stage: 1 | 2): EventOf<'extended'>[] {
  return events.filter((event) => event.type === 'extended').filter((event) => event.stage === stage);
}

// In working days, as they stood when it was given, so that a pause after it moves an extended date like any other.
function daysGiven(extension: EventOf<'extended'>, { events, from, calendar }: Answer): number {
  const givenOn = dateHappened(extension);
  const resting = restingCalendar(calendar, pausedDays(events, givenOn));
  return workingDaysBetween(from, extension.until, resting);
}

export function earlier(actual: IsoDate | undefined, due: IsoDate): IsoDate {
  return actual && actual < due ? actual : due;
}

/** What counts from something that has not happened yet counts from today at the earliest. */
export function later(expected: IsoDate, today: IsoDate): IsoDate {
  return expected > today ? expected : today;
}

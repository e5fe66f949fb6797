import type { CaseEvent } from '../../../src/domain/case-events.ts';
import type { Instant, IsoDate } from '../../../src/domain/dates.ts';
import type { Route } from '../../../src/domain/routes.ts';
import type { Step, StepName } from '../../../src/domain/steps.ts';
import type { Kind } from '../../../src/domain/submission.ts';

export interface ExpectedStep {
  state: Step['state'];
  certain: boolean;
  due: IsoDate;
  doneAt?: IsoDate;
  /** Only compared where a row gives it. */
  workingDaysLeft?: number;
}

/**
 * One case and the dates it should have, taken from the rules as written. The days were counted out one by one, with a
 * counter of its own over GOV.UK's list, and no date here was ever copied from the program that it checks.
 */
export interface HandChecked {
  why: string;
  received: Instant;
  /** The true date of receipt, when staff write down later what came by another way. */
  receivedOn?: IsoDate;
  kind: Kind;
  /** The route that staff confirmed as soon as it came. A later confirmation stands in `happened`. */
  route?: Route;
  happened?: CaseEvent[];
  closed?: IsoDate[];
  receivedOnNonWorkingDay?: 'counts-from-next-working-day';
  stage2CountsFrom?: 'statement-agreed';
  today: IsoDate;
  /** Every step of the timeline, in order, unless `others` says that more may stand beside them. */
  expect: Partial<Record<StepName, ExpectedStep>>;
  others?: 'may-stand-beside';
}

/** Midday in England's winter, an hour past it in summer: the same date in every time zone near us. */
export function on(date: IsoDate): Instant {
  return `${date}T12:00:00.000Z`;
}

export function next(due: IsoDate, workingDaysLeft?: number): ExpectedStep {
  return { state: 'next', certain: true, due, ...(workingDaysLeft !== undefined && { workingDaysLeft }) };
}

export function later(due: IsoDate, workingDaysLeft?: number): ExpectedStep {
  return { ...next(due, workingDaysLeft), state: 'later' };
}

export function late(due: IsoDate): ExpectedStep {
  return { state: 'late', certain: true, due };
}

export function done(doneAt: IsoDate, { due }: { due: IsoDate }): ExpectedStep {
  return { state: 'done', certain: true, due, doneAt };
}

/** The date may still move by itself. */
export function mayMove(step: ExpectedStep): ExpectedStep {
  return { ...step, certain: false };
}

/** A compliment or comment that nobody has touched yet: both steps run to the same day. */
export function untouched(due: IsoDate): HandChecked['expect'] {
  return { acknowledge: next(due), 'pass-on': later(due) };
}

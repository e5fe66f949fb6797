import { type CaseEvent, latestOf } from './case-events.ts';
import type { IsoDate } from './dates.ts';
import { type Planned, plannedSteps } from './planned-steps.ts';
import type { Rules } from './procedure.ts';
import type { Route } from './routes.ts';
import { endsOf } from './standing.ts';
import type { Step, StepName } from './steps.ts';
import { workingDaysBetween } from './working-days.ts';

/**
 * What should happen next and by when, in the order in which it should happen: always worked out afresh from what
 * has happened, the editions the case lives under and today's date in England.
 * Only steps that have begun to run are told: stage 2 appears with the answer it may follow, and so on.
 */
export function timelineOf(events: readonly CaseEvent[], rules: Rules, today: IsoDate): Step[] {
  return withStates(toldSteps(events, rules, today), today);
}

/** The step that is due first of those still to be done, late or not: what a case waits for, if for anything. */
export function nextStep(events: readonly CaseEvent[], rules: Rules, today: IsoDate): Planned | undefined {
  const isOver = endsOf(events).length > 0;
  const open = toldSteps(events, rules, today).filter(
    ({ step, doneAt }) => !doneAt && (!isOver || afterTheEnd.has(step)),
  );
  return open.reduce<Planned | undefined>((first, each) => (first && first.due <= each.due ? first : each), undefined);
}

/**
 * What a case that is over still waits for, whatever else the person may ask for: the Ombudsman's answer, and the day
 * on which what was refused may come again.
 */
export const afterTheEnd: ReadonlySet<StepName> = new Set(['ombudsman-answer', 'come-again']);

/** The date of a step as it is worked out on a day, whether it is told then or not. */
export function dateOfStep(
  events: readonly CaseEvent[],
  rules: Rules,
  step: StepName,
  day: IsoDate,
): IsoDate | undefined {
  return plannedSteps({ events, rules, today: day, route: confirmedRoute(events) }).find((each) => each.step === step)
    ?.due;
}

/** The route staff confirmed, the latest if it was corrected. That of a kind which the case no longer is, is none. */
export function confirmedRoute(events: readonly CaseEvent[]): Route | undefined {
  const changed = events.findLastIndex(({ type }) => type === 'kind-changed');
  return latestOf(events.slice(changed + 1), 'route-confirmed')?.route;
}

function toldSteps(events: readonly CaseEvent[], rules: Rules, today: IsoDate): Planned[] {
  const ends = endsOf(events);
  // What the person may ask for next is theirs: the council does not take it away by closing its file.
  const staysOpen = ends.every((end) => end === 'closed');
  const planned = plannedSteps({ events, rules, today, route: confirmedRoute(events) });
  return planned.filter(({ step, due, doneAt, optional }) => {
    if (doneAt) return true;
    if (ends.length > 0 && !afterTheEnd.has(step) && !(optional && staysOpen)) return false;
    return !(optional && due < today);
  });
}

function withStates(told: Planned[], today: IsoDate): Step[] {
  const waiting = told.filter(({ due, doneAt }) => !doneAt && due >= today);
  const [next] = [...waiting].sort((a, b) => a.due.localeCompare(b.due));
  return told.map((each): Step => {
    const { step, due, certain, calendar, doneAt } = each;
    if (doneAt) return { step, state: 'done', certain: true, due, doneAt };
    if (due < today) return { step, state: 'late', certain, due };
    const state = each === next ? 'next' : 'later';
    return { step, state, certain, due, workingDaysLeft: workingDaysBetween(today, due, calendar) };
  });
}

import type { ActionName, CaseAction } from './case-actions.ts';
import { type CaseEventType, dateHappened, latestDateOf, receipt } from './case-events.ts';
import type { Standing } from './case-state.ts';
import { addDays, type IsoDate } from './dates.ts';
import type { ProblemCode } from './problems.ts';

/** Whether the day on which something is said to have happened can be true. */

const procedure: ReadonlySet<CaseEventType> = new Set<CaseEventType>([
  'acknowledged',
  'passed-on',
  'paused',
  'resumed',
  'stage1-answered',
  'stage2-requested',
  'stage2-appointed',
  'stage2-statement-agreed',
  'stage2-reported',
  'stage2-responded',
  'stage3-requested',
  'stage3-panel-appointed',
  'stage3-panel-met',
  'stage3-panel-reported',
  'stage3-responded',
  'route-confirmed',
  'route-refused',
  'kind-changed',
  'withdrawn',
  'closed',
  'reopened',
]);
// What a person asks for they ask on their own day: a council that acknowledges late, or says the route only then,
// takes nothing from it.
const asked: ReadonlySet<CaseEventType> = new Set(
  [...procedure].filter((type) => type !== 'acknowledged' && type !== 'route-confirmed'),
);
const stage2 = new Set<CaseEventType>(['stage2-requested']);
const ombudsman = new Set<CaseEventType>(['ombudsman-asked', 'ombudsman-answered']);
const advocate = new Set<CaseEventType>([
  'advocate-requested',
  'advocate-referred',
  'advocate-accepted',
  'advocate-met',
]);

// What an action must not lie before; the stages when it is not named here.
const after: Partial<Record<ActionName, ReadonlySet<CaseEventType>>> = {
  assign: new Set(),
  'match-named-person': new Set(),
  'named-person-not-staff': new Set(),
  'ask-safety-access': new Set(),
  'agree-safety-access': new Set(),
  'record-consent': new Set(),
  'judge-maturity': new Set(),
  'write-message': new Set(),
  'note-worse': new Set(),
  'request-stage2': asked,
  'request-advocate': advocate,
  'refer-advocate': advocate,
  'accept-advocate': advocate,
  'meet-advocate': advocate,
  'acknowledge-stage2': stage2,
  'ask-ombudsman': ombudsman,
  'answer-ombudsman': ombudsman,
  // Of several closings each has its own day, which is looked at with its number.
  'finish-learning': new Set(),
};

/** The day on which an action happened: today unless it says another. */
export function dayOf(action: CaseAction, today: IsoDate): IsoDate {
  return ('on' in action && action.on) || today;
}

/** The last day that an action may name of what is still to come: further away a year was typed wrong. */
export function farthestAhead(today: IsoDate): IsoDate {
  return addDays(today, 5 * 366);
}

/**
 * Not before it was received, not in the future, and not before what it follows. Dates that stand still or go forward
 * alone keep what is done done: no later note moves a date that was met.
 */
export function dateRefusal({ events, today }: Standing, action: CaseAction): ProblemCode | undefined {
  const day = dayOf(action, today);
  if (day > today) return 'date-in-future';
  if (day < dateHappened(receipt(events))) return 'date-before-receipt';
  const before = latestDateOf(events, after[action.action] ?? procedure);
  return before && day < before ? 'dates-out-of-order' : undefined;
}

import { dateRefusal, dayOf } from './action-dates.ts';
import {
  aheadFaults,
  closingFaults,
  type Fault,
  keptFaults,
  meetingFaults,
  peopleFaults,
  toldFault,
} from './action-faults.ts';
import { refusalOf } from './allowed-actions.ts';
import type { Assignee } from './assignee.ts';
import type { ActionName, ActionOf, CaseAction } from './case-actions.ts';
import { CaseEvent, type CaseEventType, latestOf } from './case-events.ts';
import { holderOf } from './case-facts.ts';
import { extensionOf, openPauses, type Standing, stateOf } from './case-state.ts';
import type { Instant, IsoDate } from './dates.ts';
import { learningOf } from './learning.ts';
import { type Account, isKeptFrom } from './named-people.ts';
import { agreeSafetyAccess, askSafetyAccess, matchNamedPerson, namedPersonNotStaff } from './plan-not-this-person.ts';
import { plannedSteps } from './planned-steps.ts';
import type { Errors, ProblemCode } from './problems.ts';
import type { Route } from './routes.ts';
import { kindOf } from './standing.ts';
import type { StepName } from './steps.ts';
import { confirmedRoute } from './timeline.ts';

/** What an action adds to a case, or why it adds nothing. Pure: the server reads, asks here and writes. */

export interface Acting extends Standing {
  /** The name that stands under what is recorded. */
  by: string;
  at: Instant;
  /** The account of whoever acts. */
  actor: Account;
  /** Who an assignment names, when they are known here. */
  assignee?: Assignee | undefined;
  /** Those of the staff whom the action names by id, as far as they are known here. */
  colleagues?: readonly Account[];
  /** How many hours somebody may be let in for safety. */
  accessHours?: number;
}

export interface Refused {
  problem: ProblemCode;
  errors?: Errors;
}

export type Plan = CaseEvent[] | Refused;

export function planAction(it: Acting, action: CaseAction): Plan {
  const problem = refusalOf(stateOf(it), action.action) ?? dateRefusal(it, action);
  if (problem) return { problem };
  const untold = toldFault(action, it.today);
  if (untold) return refusedFor(untold);
  const plan = plans[action.action] as (it: Acting, action: CaseAction) => Plan;
  return plan(it, action);
}

/** What is said of an event, under the names that it has there; the rest is left out. */
type Said = { on?: IsoDate | undefined; [field: string]: unknown };

/** An event with what the action says under the same names. */
function record(it: Acting, type: CaseEventType, said: Said, more: object = {}): CaseEvent {
  const { on = it.today, ...own } = said;
  return CaseEvent.parse({ ...own, ...more, type, at: it.at, by: it.by, ...(on !== it.today && { on }) });
}

const plainly =
  (type: CaseEventType) =>
  (it: Acting, action: CaseAction): Plan => [record(it, type, action)];

const refusedFor = (...errors: Fault[]): Refused => ({ problem: 'invalid-body', errors });

const plans: { [Name in ActionName]: (it: Acting, action: ActionOf<Name>) => Plan } = {
  'accept-safety': (it, { concern, done, referredTo }) => [
    record(it, 'safety-accepted', {}, { concern, action: done, ...(referredTo && { referredTo }) }),
  ],
  'note-worse': plainly('worse-seen'),
  acknowledge: (it, action) => {
    const { route, message, told, ...said } = action;
    const fault = routeFault(it, route);
    if (fault) return refusedFor(fault);
    return [
      record(it, 'acknowledged', said, { message, told }),
      ...(route ? [record(it, 'route-confirmed', said, { route })] : []),
    ];
  },
  'match-named-person': matchNamedPerson,
  'named-person-not-staff': namedPersonNotStaff,
  'ask-safety-access': askSafetyAccess,
  'agree-safety-access': agreeSafetyAccess,
  'pass-on': plainly('passed-on'),
  'set-route': (it, action) => {
    const before = confirmedRoute(it.events);
    if (before === action.route) return { problem: 'already-done' };
    if (before && !action.reason) return refusedFor({ pointer: '/reason', code: 'required' });
    return [record(it, 'route-confirmed', action)];
  },
  // Whoever is refused at once has been written to: the letter is the acknowledgement as well.
  refuse: (it, action) => {
    if (action.comeAgainOn <= it.today) return refusedFor({ pointer: '/comeAgainOn', code: 'not_later' });
    const far = aheadFaults('/comeAgainOn', action.comeAgainOn, { first: it.today, today: it.today });
    if (far.length > 0) return refusedFor(...far);
    const isNew = !latestOf(it.events, 'acknowledged');
    const { on, told } = action;
    return [...(isNew ? [record(it, 'acknowledged', { on, told })] : []), record(it, 'route-refused', action)];
  },
  'change-kind': (it, action) =>
    kindOf(it.events) === action.kind ? { problem: 'already-done' } : [record(it, 'kind-changed', action)],
  assign: (it, action) => {
    const { assignee } = it;
    if (!assignee) return refusedFor({ pointer: '/to', code: 'unknown' });
    const before = latestOf(it.events, 'assigned')?.to;
    const isStill = before && keyOf(before) === keyOf(assignee) && isHeld(it.events, before);
    if (isStill) return { problem: 'already-done' };
    const colleague = 'staff' in assignee ? it.colleagues?.find(({ id }) => id === assignee.staff) : undefined;
    if (colleague && isKeptFrom(colleague, it.named)) return { problem: 'must-not-handle' };
    return [record(it, 'assigned', action, { to: assignee })];
  },
  'record-consent': plainly('consent-recorded'),
  'judge-maturity': plainly('maturity-judged'),
  'request-advocate': plainly('advocate-requested'),
  'refer-advocate': plainly('advocate-referred'),
  'accept-advocate': (it, action) => keptRefusal(it, action) ?? [record(it, 'advocate-accepted', action)],
  'meet-advocate': plainly('advocate-met'),
  'write-message': plainly('message-sent'),
  extend: (it, action) => {
    const range = extensionOf(it);
    if (!range || action.until > range.to) return { problem: 'past-limit' };
    if (action.until < range.from) return refusedFor({ pointer: '/until', code: 'not_later' });
    return [record(it, 'extended', action, { stage: range.stage })];
  },
  // A case may rest for two reasons at once, and goes on from both together; twice for one is once.
  pause: (it, action) =>
    openPauses(it.events).some((each) => each.reason === action.reason)
      ? { problem: 'already-done' }
      : [record(it, 'paused', action)],
  resume: plainly('resumed'),
  'answer-stage1': plainly('stage1-answered'),
  'request-stage2': (it, action) => {
    const answer = stepOf(it, 'stage1-answer');
    // Late today, but in time on the day on which it is said to have been asked for.
    if (!answer?.doneAt && answer && dayOf(action, it.today) <= answer.due) return { problem: 'not-yet' };
    const { route, ...said } = action;
    const fault = routeFault(it, route);
    if (fault) return refusedFor(fault);
    const requested = requestWithin(it, said, 'stage2-request-by', 'stage2-requested');
    return route && Array.isArray(requested)
      ? [record(it, 'route-confirmed', said, { route }), ...requested]
      : requested;
  },
  'acknowledge-stage2': plainly('stage2-acknowledged'),
  'appoint-stage2': (it, action) => {
    const faults = peopleFaults(it.events, action, confirmedRoute(it.events));
    if (faults.length > 0) return refusedFor(...faults);
    return keptRefusal(it, action) ?? [record(it, 'stage2-appointed', action)];
  },
  'agree-statement': plainly('stage2-statement-agreed'),
  'report-stage2': plainly('stage2-reported'),
  'answer-stage2': plainly('stage2-responded'),
  'request-stage3': (it, action) => requestWithin(it, action, 'stage3-request-by', 'stage3-requested'),
  'appoint-panel': (it, action) => {
    const { meetsOn } = action;
    const faults = [...peopleFaults(it.events, action, 'statutory'), ...meetingFaults(it.events, meetsOn, it.today)];
    if (faults.length > 0) return refusedFor(...faults);
    return keptRefusal(it, action) ?? [record(it, 'stage3-panel-appointed', action)];
  },
  'hold-panel': plainly('stage3-panel-met'),
  'report-panel': plainly('stage3-panel-reported'),
  'answer-stage3': plainly('stage3-responded'),
  'ask-ombudsman': plainly('ombudsman-asked'),
  'answer-ombudsman': plainly('ombudsman-answered'),
  withdraw: plainly('withdrawn'),
  close: (it, action) => {
    const faults = closingFaults(it.events, action, it.today);
    return faults.length > 0 ? refusedFor(...faults) : [record(it, 'closed', action)];
  },
  'finish-learning': (it, action) => {
    const found = learningOf(it.events).find(({ number }) => number === action.number);
    if (!found) return refusedFor({ pointer: '/number', code: 'unknown' });
    if (found.doneOn) return { problem: 'already-done' };
    if (dayOf(action, it.today) < found.since) return { problem: 'dates-out-of-order' };
    return [record(it, 'learning-done', action, { what: found.what })];
  },
  reopen: plainly('reopened'),
};

// Nobody who must not handle it comes to it by a name that was typed.
function keptRefusal({ named }: Acting, action: Parameters<typeof keptFaults>[0]): Refused | undefined {
  const errors = keptFaults(action, named);
  return errors.length > 0 ? { problem: 'must-not-handle', errors } : undefined;
}

// A complaint is given its route once, by whatever first needs one.
function routeFault({ events }: Acting, route: Route | undefined): Fault | undefined {
  const needsRoute = kindOf(events) === 'complaint' && !confirmedRoute(events);
  if (needsRoute && !route) return { pointer: '/route', code: 'required' };
  return route && !needsRoute ? { pointer: '/route', code: 'not_allowed' } : undefined;
}

// It is not, once it was taken from whom it was given to.
function isHeld(events: readonly CaseEvent[], to: Assignee): boolean {
  return 'team' in to || holderOf(events).assignee === to.staff;
}

function keyOf(to: Assignee): string {
  return 'staff' in to ? `staff ${to.staff}` : `team ${to.team}`;
}

function stepOf({ events, rules, today }: Acting, step: StepName) {
  return plannedSteps({ events, rules, today, route: confirmedRoute(events) }).find((each) => each.step === step);
}

// After the last day for it the council may still take it, and says why.
function requestWithin(
  it: Acting,
  action: ActionOf<'request-stage2' | 'request-stage3'>,
  step: StepName,
  type: CaseEventType,
): Plan {
  const by = stepOf(it, step);
  const isAfter = by !== undefined && dayOf(action, it.today) > by.due;
  if (isAfter && !action.reason) return refusedFor({ pointer: '/reason', code: 'required' });
  return [record(it, type, action)];
}

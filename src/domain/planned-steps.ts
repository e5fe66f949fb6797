import { answerDue, earlier, later } from './answer-due.ts';
import { type CaseEvent, type CaseEventType, dateHappened, firstOf, latestOf, receipt } from './case-events.ts';
import { addDays, type IsoDate } from './dates.ts';
import { pausedDays, restingCalendar } from './pauses.ts';
import { possibleRoutes, type Rules } from './procedure.ts';
import type { Route } from './routes.ts';
import { kindOf } from './standing.ts';
import type { StepName } from './steps.ts';
import { addWorkingDays, type Calendar, firstWorkingDay } from './working-days.ts';

/** A step before today's date has been held against it. */
export interface Planned {
  step: StepName;
  due: IsoDate;
  certain: boolean;
  calendar: Calendar;
  doneAt?: IsoDate | undefined;
  /** The person may do it; nobody is late when they do not. */
  optional?: boolean;
  /** The last day to which an answer may be put off. */
  limit?: IsoDate;
}

export interface Case {
  events: readonly CaseEvent[];
  rules: Rules;
  today: IsoDate;
  /** The route staff confirmed, if they have. */
  route: Route | undefined;
}

/** Every step that has begun to run, with its date by the rules, whatever today's date makes of it. */
export function plannedSteps(it: Case): Planned[] {
  if (kindOf(it.events) !== 'complaint') return [acknowledgement(it), passingOn(it)];
  return [acknowledgement(it), ...complaintSteps(it), ...ombudsman(it), ...comeAgain(it)];
}

/** 3 working days from receipt unless the council says otherwise; council closure days move it. */
function acknowledgement(it: Case): Planned {
  const { rules } = it;
  return {
    step: 'acknowledge',
    due: addWorkingDays(dayZero(it), rules.feedback.acknowledgeWithin, rules.councilDays),
    certain: true,
    calendar: rules.councilDays,
    doneAt: happened(it, 'acknowledged'),
  };
}

/** As soon as it is acknowledged; what was taken for a complaint at first, counted from the day it no longer was. */
function passingOn(it: Case): Planned {
  const { rules } = it;
  const changed = latestOf(it.events, 'kind-changed');
  const from = changed ? dateHappened(changed) : dayZero(it);
  return {
    step: 'pass-on',
    due: addWorkingDays(from, rules.feedback.passOnWithin, rules.councilDays),
    certain: true,
    calendar: rules.councilDays,
    doneAt: happened(it, 'passed-on'),
  };
}

function complaintSteps(it: Case): Planned[] {
  const { route } = it;
  const steps = route ? stepsOn(it, route) : laterOfEach(possibleRoutes('complaint').map((each) => stepsOn(it, each)));
  // A first answer that never came is not waited for once the second stage was asked for instead.
  const isOvertaken = firstOf(it.events, 'stage2-requested') && !firstOf(it.events, 'stage1-answered');
  return isOvertaken ? steps.filter(({ step }) => step !== 'stage1-answer') : steps;
}

function stepsOn(it: Case, route: Route): Planned[] {
  return [stage1(it, route), ...stage2(it, route), ...stage3(it, route)];
}

/**
 * Nobody may be told a date that the other route would break, so of each step the later one stands until staff decide.
 * What only one of the routes knows may not come.
 */
function laterOfEach(routes: Planned[][]): Planned[] {
  const [first = [], ...others] = routes;
  return first.flatMap((each) => {
    const same = others.map((steps) => steps.find(({ step }) => step === each.step));
    if (same.includes(undefined)) return [];
    const latest = same.reduce<Planned>((a, b) => (b && b.due > a.due ? b : a), each);
    return [{ ...latest, certain: false }];
  });
}

/**
 * Counted from receipt, or, from 1 April 2026 on the corporate route, from the acknowledgement: the earlier of the
 * day it was given and the day it was due, so that a late acknowledgement never moves the answer.
 */
function stage1(it: Case, route: Route): Planned {
  const { stage1: rule } = it.rules[route];
  const calendar = calendarOf(it, route);
  const acknowledged = happened(it, 'acknowledged');
  const acknowledgeBy = acknowledgement(it).due;
  const fromAcknowledgement = rule.countedFrom === 'acknowledgement';
  const from = fromAcknowledgement ? earlier(acknowledged, acknowledgeBy) : dayZero(it);
  const doneAt = happened(it, 'stage1-answered');
  const due = answerDue({ ...it, stage: 1, from, rule, calendar, doneAt });
  const mayComeEarlier = fromAcknowledgement && !acknowledged && it.today <= acknowledgeBy;
  return { step: 'stage1-answer', ...due, certain: due.certain && !mayComeEarlier, calendar, doneAt };
}

function stage2(it: Case, route: Route): Planned[] {
  const { stage2: rule } = it.rules[route];
  const calendar = calendarOf(it, route);
  const requested = happened(it, 'stage2-requested');
  const steps = requestBy(
    it,
    'stage2-request-by',
    happened(it, 'stage1-answered'),
    rule.requestWithin,
    calendar,
    requested,
  );
  if (!requested) return steps;

  const acknowledged = happened(it, 'stage2-acknowledged');
  const agreed = happened(it, 'stage2-statement-agreed');
  const acknowledgeBy = rule.acknowledgeWithin && addWorkingDays(requested, rule.acknowledgeWithin, calendar);
  if (acknowledgeBy) {
    const step = {
      step: 'stage2-acknowledge',
      due: acknowledgeBy,
      certain: true,
      calendar,
      doneAt: acknowledged,
    } as const;
    steps.push(step);
  }
  const from = {
    request: requested,
    acknowledgement: earlier(acknowledged, acknowledgeBy || requested),
    'statement-agreed': agreed ?? later(requested, it.today),
  }[rule.countedFrom];
  const fromIsKnown = {
    request: true,
    acknowledgement: Boolean(acknowledged || (acknowledgeBy && it.today > acknowledgeBy)),
    'statement-agreed': Boolean(agreed),
  }[rule.countedFrom];
  const doneAt = happened(it, 'stage2-responded');
  const due = answerDue({ ...it, stage: 2, from, rule, calendar, doneAt });
  return [...steps, { step: 'stage2-response', ...due, certain: due.certain && fromIsKnown, calendar, doneAt }];
}

/** The review panel, on the statutory route only: SI 2006/1738, regulations 18 to 20. */
function stage3(it: Case, route: Route): Planned[] {
  const { stage3: rule } = it.rules[route];
  if (!rule) return [];
  const calendar = calendarOf(it, route);
  const requested = happened(it, 'stage3-requested');
  const steps = requestBy(
    it,
    'stage3-request-by',
    happened(it, 'stage2-responded'),
    rule.requestWithin,
    calendar,
    requested,
  );
  if (!requested) return steps;

  const met = happened(it, 'stage3-panel-met');
  const reported = happened(it, 'stage3-panel-reported');
  const panel = counted(it, 'stage3-panel', requested, rule.panelWithin, calendar, met);
  const reportFrom = met ?? later(panel.due, it.today);
  const report = counted(it, 'stage3-report', reportFrom, rule.reportWithin, calendar, reported);
  const responseFrom = reported ?? later(report.due, it.today);
  const responded = happened(it, 'stage3-responded');
  const response = counted(it, 'stage3-response', responseFrom, rule.responseWithin, calendar, responded);
  return [
    ...steps,
    panel,
    { ...report, certain: report.certain && Boolean(met) },
    { ...response, certain: response.certain && Boolean(reported) },
  ];
}

// They may ask more than once; told is the latest time, and whether that one was answered.
function ombudsman(it: Case): Planned[] {
  const latest = latestOf(it.events, 'ombudsman-asked');
  if (!latest) return [];
  const asked = dateHappened(latest);
  const since = it.events.slice(it.events.indexOf(latest));
  const answered = firstOf(since, 'ombudsman-answered');
  return [
    {
      step: 'ombudsman-answer',
      due: addDays(asked, it.rules.ombudsman.answerWithinCalendarDays),
      certain: true,
      calendar: it.rules.lawDays,
      doneAt: answered && dateHappened(answered),
    },
  ];
}

/** What was refused for now. The day itself is still ahead; after it the way is open, and nobody is late with it. */
function comeAgain({ events, rules, today }: Case): Planned[] {
  const reopened = events.findLastIndex(({ type }) => type === 'reopened');
  const refused = latestOf(events.slice(reopened + 1), 'route-refused');
  if (!refused) return [];
  const due = refused.comeAgainOn;
  const doneAt = today > due ? due : undefined;
  return [{ step: 'come-again', due, certain: true, calendar: rules.lawDays, doneAt, optional: true }];
}

function requestBy(
  it: Case,
  step: StepName,
  answered: IsoDate | undefined,
  within: number | undefined,
  calendar: Calendar,
  requested: IsoDate | undefined,
): Planned[] {
  // Asked for because the answer was late: no day was set for it, and that it was asked is told all the same.
  if (!answered && requested) {
    return [{ step, due: requested, certain: true, calendar, doneAt: requested, optional: true }];
  }
  if (!answered || !within) return [];
  return [{ ...counted(it, step, answered, within, calendar, requested), optional: true }];
}

/** A step so many working days after something, the days on which the case rested left out. */
function counted(
  { events, today }: Case,
  step: StepName,
  from: IsoDate,
  within: number,
  calendar: Calendar,
  doneAt: IsoDate | undefined,
): Planned {
  const paused = pausedDays(events, doneAt ?? today);
  const resting = restingCalendar(calendar, paused);
  return { step, due: addWorkingDays(from, within, resting), certain: !paused.open, calendar: resting, doneAt };
}

// A council's own closure days never move a date that the law sets.
function calendarOf({ rules }: Case, route: Route): Calendar {
  return route === 'statutory' ? rules.lawDays : rules.councilDays;
}

/**
 * The date from which working days are counted: day 0. What comes on a day that is not a working day by law may count
 * from the next that is, if the council says so.
 */
function dayZero({ events, rules }: Case): IsoDate {
  const received = dateHappened(receipt(events));
  return rules.countsFromNextWorkingDay ? firstWorkingDay(received, rules.lawDays) : received;
}

function happened({ events }: Case, type: CaseEventType): IsoDate | undefined {
  const event = firstOf(events, type);
  return event && dateHappened(event);
}

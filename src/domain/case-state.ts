import { type CaseEvent, type CaseEventType, type EventOf, firstOf } from './case-events.ts';
import { addDays, type IsoDate } from './dates.ts';
import { openWorse } from './how-things-are.ts';
import { learningOf, openLearning } from './learning.ts';
import type { NamedPerson } from './named-people.ts';
import { type Planned, plannedSteps } from './planned-steps.ts';
import type { Rules } from './procedure.ts';
import { openConcern } from './safety.ts';
import { askedAccess } from './safety-access.ts';
import { endsOf, kindOf } from './standing.ts';
import { confirmedRoute } from './timeline.ts';

/** Where a case stands in its procedure, always worked out from its events, its rules and today's date in England. */

/** The way of a compliment or comment, of a complaint through its stages, and the ways in which either is over. */
export const phases = [
  'feedback-new',
  'feedback-acknowledged',
  /** Passed on before anybody wrote to the person. */
  'feedback-passed-on',
  'feedback-done',
  'new',
  /** Acknowledged, with no route yet. */
  'acknowledged',
  'stage1',
  /** The answer is late: stage 2 may be asked for. */
  'stage1-late',
  'stage1-answered',
  'stage2-requested',
  'stage2-appointed',
  'stage2-agreed',
  'stage2-reported',
  'stage2-answered',
  'corporate2',
  'corporate2-answered',
  'stage3-requested',
  'panel-appointed',
  'panel-met',
  'panel-reported',
  'stage3-answered',
  'refused',
  'withdrawn',
  'closed',
] as const;
export type Phase = (typeof phases)[number];

/** What runs beside the phases, each with its own few states. */
export const lines = {
  /** Whether the clocks stand still for an advocate, a court or the police. */
  rest: ['going', 'resting'],
  /** By the latest time that they asked: they may ask again. */
  ombudsman: ['not-asked', 'asked', 'answered'],
  advocate: ['none', 'requested', 'referred', 'accepted', 'met'],
  safety: ['none', 'open', 'seen'],
  /** Whether things were said to be worse and nobody has seen to it. */
  worse: ['none', 'open'],
  /** Whether it was said who must not handle it. */
  named: ['nobody', 'somebody'],
  /** Whether somebody waits for another to agree that a colleague is let in for safety. */
  safetyAccess: ['not-asked', 'asked'],
  route: ['none', 'confirmed'],
  /** Whether the person was told that stage 2 has begun. */
  stage2Letter: ['unsent', 'sent'],
  /** Whether something that was to be learned is still to be done. */
  learning: ['none', 'open', 'done'],
  /** Whether the answer that is due may be put off. Once it is late nothing moves it: late would be in time then. */
  extension: ['possible', 'exhausted', 'late'],
} as const;
export type Lines = { [Line in keyof typeof lines]: (typeof lines)[Line][number] };

export type CaseState = { phase: Phase } & Lines;

export interface Standing {
  events: readonly CaseEvent[];
  rules: Rules;
  today: IsoDate;
  /** Who must not handle it: said in words, and so in no event. */
  named: readonly NamedPerson[];
}

export function stateOf(it: Standing): CaseState {
  const { events } = it;
  const has = (type: CaseEventType) => firstOf(events, type) !== undefined;
  return {
    phase: phaseOf(it),
    rest: openPauses(events).length > 0 ? 'resting' : 'going',
    ombudsman: ombudsmanOf(events),
    advocate: advocateOf(events),
    safety: openConcern(events) ? 'open' : has('safety-raised') ? 'seen' : 'none',
    worse: openWorse(events) ? 'open' : 'none',
    named: it.named.length > 0 ? 'somebody' : 'nobody',
    safetyAccess: askedAccess(events) ? 'asked' : 'not-asked',
    route: confirmedRoute(events) ? 'confirmed' : 'none',
    stage2Letter: has('stage2-acknowledged') ? 'sent' : 'unsent',
    learning: learningState(events),
    extension: isAnswerLate(it) ? 'late' : extensionOf(it) ? 'possible' : 'exhausted',
  };
}

/** Why the clocks stand still just now; usually for no reason or one. */
export function openPauses(events: readonly CaseEvent[]): EventOf<'paused'>[] {
  const resumed = events.findLastIndex(({ type }) => type === 'resumed');
  return events.slice(resumed + 1).filter((event) => event.type === 'paused');
}

/**
 * The answer that is due and the dates to which it may be put off, both included; nothing when none is due, when it is
 * late, for being late is not mended by a later date, and when the rules leave no room.
 */
export function extensionOf(it: Omit<Standing, 'named'>): { stage: 1 | 2; from: IsoDate; to: IsoDate } | undefined {
  const due = plannedSteps({ ...it, route: confirmedRoute(it.events) }).find(isAnswerDue);
  if (!due?.limit || due.due < it.today || due.limit <= due.due) return undefined;
  return { stage: due.step === 'stage1-answer' ? 1 : 2, from: addDays(due.due, 1), to: due.limit };
}

/** The council should have given an answer, or held a panel, before today. */
function isAnswerLate(it: Standing): boolean {
  const planned = plannedSteps({ ...it, route: confirmedRoute(it.events) });
  return planned.some((each) => (isAnswerDue(each) || isPanelDue(each)) && each.due < it.today);
}

function isPanelDue({ step, doneAt }: Planned): boolean {
  return !doneAt && (step === 'stage3-panel' || step === 'stage3-report' || step === 'stage3-response');
}

function isAnswerDue({ step, doneAt }: Planned): boolean {
  return !doneAt && (step === 'stage1-answer' || step === 'stage2-response');
}

const phaseOfEnd = { withdrawn: 'withdrawn', 'route-refused': 'refused', closed: 'closed' } as const;

// The latest milestones first: a case stands where the furthest of them has brought it.
const stages: readonly (readonly [CaseEventType, Phase])[] = [
  ['stage3-responded', 'stage3-answered'],
  ['stage3-panel-reported', 'panel-reported'],
  ['stage3-panel-met', 'panel-met'],
  ['stage3-panel-appointed', 'panel-appointed'],
  ['stage3-requested', 'stage3-requested'],
  ['stage2-responded', 'stage2-answered'],
  ['stage2-reported', 'stage2-reported'],
  ['stage2-statement-agreed', 'stage2-agreed'],
  ['stage2-appointed', 'stage2-appointed'],
  ['stage2-requested', 'stage2-requested'],
  ['stage1-answered', 'stage1-answered'],
];

function phaseOf(it: Standing): Phase {
  const { events } = it;
  const end = endsOf(events).at(-1);
  if (end) return phaseOfEnd[end];
  if (kindOf(events) !== 'complaint') return feedbackPhase(events);
  const [, reached] = stages.find(([type]) => firstOf(events, type)) ?? [];
  if (!reached) return firstPhase(it);
  if (confirmedRoute(events) !== 'corporate' || reached === 'stage1-answered') return reached;
  return firstOf(events, 'stage2-responded') ? 'corporate2-answered' : 'corporate2';
}

function feedbackPhase(events: readonly CaseEvent[]): Phase {
  const isAcknowledged = firstOf(events, 'acknowledged');
  if (firstOf(events, 'passed-on')) return isAcknowledged ? 'feedback-done' : 'feedback-passed-on';
  return isAcknowledged ? 'feedback-acknowledged' : 'feedback-new';
}

function firstPhase({ events, rules, today }: Standing): Phase {
  if (!firstOf(events, 'acknowledged')) return 'new';
  const route = confirmedRoute(events);
  // Without a route it is late when it is late on each: then stage 2 may be asked for, whichever it will be.
  const answer = plannedSteps({ events, rules, today, route }).find(isAnswerDue);
  if (answer && answer.due < today) return 'stage1-late';
  return route ? 'stage1' : 'acknowledged';
}

function ombudsmanOf(events: readonly CaseEvent[]): CaseState['ombudsman'] {
  const latest = events.findLast(({ type }) => type === 'ombudsman-asked' || type === 'ombudsman-answered');
  if (!latest) return 'not-asked';
  return latest.type === 'ombudsman-asked' ? 'asked' : 'answered';
}

function learningState(events: readonly CaseEvent[]): CaseState['learning'] {
  if (openLearning(events).length > 0) return 'open';
  return learningOf(events).length > 0 ? 'done' : 'none';
}

const advocateEvents = {
  'advocate-requested': 'requested',
  'advocate-referred': 'referred',
  'advocate-accepted': 'accepted',
  'advocate-met': 'met',
} as const;

function advocateOf(events: readonly CaseEvent[]): CaseState['advocate'] {
  const latest = events.findLast(({ type }) => type in advocateEvents);
  return latest ? advocateEvents[latest.type as keyof typeof advocateEvents] : 'none';
}

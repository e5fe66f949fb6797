import * as z from 'zod/mini';
import { lastSaid } from './answers.ts';
import { pictureNames } from './by-pictures.ts';
import { type CaseEvent, firstOf, receipt } from './case-events.ts';
import { holderOf } from './case-facts.ts';
import type { CaseMaterial } from './case-view.ts';
import { addDays, Instant, type IsoDate } from './dates.ts';
import { Version } from './desk-api.ts';
import type { Stage } from './desk-list.ts';
import { openWorse } from './how-things-are.ts';
import { openLearning } from './learning.ts';
import { messageAnswerBy, waitsForPerson } from './messages.ts';
import { namedPeople, nameKey } from './named-people.ts';
import { isAdvocateOutstanding, isConsentOutstanding } from './outstanding.ts';
import type { Planned } from './planned-steps.ts';
import { type Procedure, type Rules, rulesOf } from './procedure.ts';
import type { Route } from './routes.ts';
import { openConcern } from './safety.ts';
import { agreedAccess } from './safety-access.ts';
import { termsOf } from './search-terms.ts';
import { kindOf } from './standing.ts';
import type { StepName } from './steps.ts';
import type { Kind, Voice } from './submission.ts';
import { confirmedRoute, dateOfStep, nextStep } from './timeline.ts';
import { isUnread } from './unread.ts';

/**
 * What the list of cases sorts, filters and counts by: one row a case, worked out from its events and what was said
 * and from nothing else. It is never edited; whoever adds an event works it out again.
 */

/** Raised whenever a row would come out otherwise for the same case: rows of before are then worked out again. */
export const indexEdition = 8;

/** As much of what was said as the row needs; and when, where something else may have happened since or before. */
const Picked = z.pick(Version, {
  addition: true,
  words: true,
  wanted: true,
  voice: true,
  name: true,
  about: true,
  person: true,
  agreement: true,
  advocate: true,
  helper: true,
  trusted: true,
  notThisPerson: true,
  notThisRole: true,
  ...{ aboutWhat: true, feeling: true, better: true, thankWhom: true, whatWasGood: true },
});
export const Indexed = z.extend(Picked, { receivedAt: z.optional(Instant) });
export type Indexed = z.infer<typeof Indexed>;

export interface IndexMaterial extends CaseMaterial<Indexed> {
  /** How many of its events somebody of the staff has seen. */
  readUpTo: number;
}

export interface IndexRow {
  caseId: string;
  reference: string;
  receivedAt: Instant;
  /** How many events it was worked out from. */
  revision: number;
  kind: Kind;
  voice: Voice | null;
  route: Route | null;
  stage: Stage;
  /** Whom and which team it is given to. */
  assignee: string | null;
  team: string | null;
  unsafeSince: Instant | null;
  /** Since when things are worse for them. Only officers are told: nothing that others see may depend on it. */
  worseSince: Instant | null;
  /** The person has said something that no officer has opened. */
  unread: boolean;
  unacknowledged: boolean;
  consentOutstanding: boolean;
  advocateOutstanding: boolean;
  /** It was said who must not handle it, and no officer has said yet who that is. */
  nameToMatch: boolean;
  /** Of what is still to be done, what is due first; null when nothing is, or when it is to answer a message. */
  step: StepName | null;
  due: IsoDate | null;
  /** The step is the person's to take or leave; nobody is late with it. */
  optional: boolean;
  /** The next thing to happen is theirs: that step, or the answer to what the team asked. */
  waitingForPerson: boolean;
  /** By when the first of what was learned is to be done; null when nothing is left of it. */
  learningDue: IsoDate | null;
  /** There is something to do, to read or to see to. */
  live: boolean;
  /** Its place in the list: not safe before unread before the rest, then by `place`. */
  rank: 0 | 1 | 2;
  /** Since when it has not been safe, or when it is due: dates and instants sort as texts. */
  place: string;
  /** Its place in an officer's list, where those for whom things are worse stand right behind who is not safe. */
  officerRank: 0 | 1 | 2 | 3;
  officerPlace: string;
  /** The last day for which the row is right as it stands; null when days alone never change it. */
  goodUntil: IsoDate | null;
}

/** Sorts after every date there is. */
const never = '9999-12-31';

/** @param today the date in England for which it is worked out */
export function indexRow(material: IndexMaterial, procedure: Procedure, today: IsoDate): IndexRow {
  const { id, reference, events, versions, readUpTo } = material;
  const { at: receivedAt, editions } = receipt(events);
  const kind = kindOf(events);
  const rules = rulesOf(procedure, editions);
  const next = nextStep(events, rules, today);
  const unsafeSince = openConcern(events)?.since ?? null;
  const unread = isUnread(events, readUpTo);
  const waits = waitingOf(events, rules, next, today);
  const nameToMatch = namedPeople(events, versions).some(({ state }) => state === 'unmatched');
  const learningDue = openLearning(events)[0]?.due ?? null;
  const rank = unsafeSince ? 0 : unread ? 1 : 2;
  const place = unsafeSince ?? waits.due ?? learningDue ?? never;
  const worseSince = openWorse(events)?.since ?? null;
  return {
    caseId: id,
    reference,
    receivedAt,
    revision: events.length,
    kind,
    voice: lastSaid(versions, 'voice') ?? null,
    route: confirmedRoute(events) ?? null,
    stage: stageOf(events, kind, next),
    ...holderOf(events),
    unsafeSince,
    unread,
    ...outstandingOf(material, next),
    nameToMatch,
    ...waits,
    learningDue,
    live: waits.due !== null || unread || unsafeSince !== null || nameToMatch || learningDue !== null,
    ...{ rank, place },
    worseSince,
    officerRank: officerRankOf(unsafeSince, worseSince, unread),
    officerPlace: unsafeSince ?? worseSince ?? place,
  };
}

function officerRankOf(unsafeSince: Instant | null, worseSince: Instant | null, unread: boolean): 0 | 1 | 2 | 3 {
  if (unsafeSince) return 0;
  if (worseSince) return 1;
  return unread ? 2 : 3;
}

type Waits = Pick<IndexRow, 'step' | 'due' | 'goodUntil'> & Partial<Pick<IndexRow, 'optional' | 'waitingForPerson'>>;

/** The next step, or a message of the person that is to be answered before it. */
function waitingOf(events: readonly CaseEvent[], rules: Rules, next: Planned | undefined, today: IsoDate): Waits {
  const answerBy = messageAnswerBy(events, rules);
  const isStepFirst = next && (!answerBy || (!next.optional && next.due <= answerBy));
  if (isStepFirst) return { step: next.step, due: next.due, goodUntil: goodUntil(next, events, rules, today) };
  if (!answerBy) return { step: null, due: null, goodUntil: null };
  return { step: null, due: answerBy, goodUntil: null, optional: false, waitingForPerson: false };
}

type Outstanding = Pick<
  IndexRow,
  'unacknowledged' | 'consentOutstanding' | 'advocateOutstanding' | 'optional' | 'waitingForPerson'
>;

/** Nothing is outstanding where nothing is left to do. */
function outstandingOf(material: IndexMaterial, next: Planned | undefined): Outstanding {
  const { events } = material;
  const isOpen = isGoingOn(next);
  const optional = next?.optional === true;
  return {
    unacknowledged: isOpen && !firstOf(events, 'acknowledged'),
    consentOutstanding: isOpen && isConsentOutstanding(kindOf(events), material),
    advocateOutstanding: isOpen && isAdvocateOutstanding(material),
    optional,
    waitingForPerson: optional || (isOpen && waitsForPerson(events)),
  };
}

/** Everything that was typed in any version, and whose names stand there: what search looks through. */
export function indexTerms(versions: readonly Indexed[]): string[] {
  const texts = versions.flatMap(({ words, wanted, name, about, person, helper, trusted, notThisPerson, ...rest }) => [
    words,
    wanted,
    name,
    about?.name,
    person,
    helper?.name,
    helper?.organisation,
    trusted,
    notThisPerson,
    // What was told by pictures is found by the words of its id: "social worker".
    ...pictureNames.map((each) => rest[each]?.replaceAll('-', ' ')),
  ]);
  return termsOf(texts.filter((text) => text !== undefined).join(' '));
}

/** From whom a case is kept: names that nobody has matched yet, each as it is compared, and those it was matched to. */
export interface Keeping {
  keys: string[];
  staff: string[];
  /** Those who are let in for safety all the same, and until when. */
  letIn: { staff: string; until: Instant }[];
}

export function keepingOf({ events, versions }: Pick<IndexMaterial, 'events' | 'versions'>): Keeping {
  const named = namedPeople(events, versions);
  return {
    keys: named.flatMap(({ state, said }) => (state === 'unmatched' ? [nameKey(said)] : [])),
    staff: [...new Set(named.flatMap(({ staff }) => staff.map(({ id }) => id)))],
    letIn: agreedAccess(events).map(({ staff, until }) => ({ staff: staff.id, until })),
  };
}

// What was refused waits for a day, and for nothing that anybody has to do.
function isGoingOn(next: Planned | undefined): next is Planned {
  return next !== undefined && next.step !== 'come-again';
}

function stageOf(events: readonly CaseEvent[], kind: Kind, next: Planned | undefined): Stage {
  if (!isGoingOn(next)) return 'finished';
  // The Ombudsman asks beside the stages; answered, the case is again where it was.
  const ombudsman = events.findLast(({ type }) => type === 'ombudsman-asked' || type === 'ombudsman-answered');
  if (ombudsman?.type === 'ombudsman-asked') return 'ombudsman';
  if (firstOf(events, 'stage3-requested')) return 'stage3';
  if (firstOf(events, 'stage2-requested')) return 'stage2';
  if (!firstOf(events, 'acknowledged')) return 'new';
  return kind === 'complaint' ? 'stage1' : 'pass-on';
}

/** Further than any pause or extension could hide that a date moves. */
const farAhead = 400;

/**
 * A row changes with the days alone in two ways. What the person may do is gone the day after it could be done. And a
 * date that counts from today (while the case rests, or before the statement of stage 2 is agreed) is another one
 * tomorrow. Days only ever move a date back, so one that is the same far ahead is the same on every day before.
 */
function goodUntil(next: Planned, events: readonly CaseEvent[], rules: Rules, today: IsoDate): IsoDate | null {
  const moves = !next.certain && dateOfStep(events, rules, next.step, addDays(today, farAhead)) !== next.due;
  if (moves) return today;
  return next.optional ? next.due : null;
}

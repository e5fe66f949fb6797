import * as z from 'zod/mini';
import { allowedActions, refusalOf } from './allowed-actions.ts';
import { inOrderSaid, lastSaid } from './answers.ts';
import { asksOf } from './asks.ts';
import { type ByPictures, isToldByPictures, pictureNames } from './by-pictures.ts';
import { type CaseEvent, dateHappened, receipt } from './case-events.ts';
import { givenTo } from './case-facts.ts';
import { extensionOf, stateOf } from './case-state.ts';
import type { HelperMaySee } from './consent.ts';
import { type Instant, londonDate } from './dates.ts';
import { type CaseDetail, type CaseSummary, type Raising, SafetyNote, Version } from './desk-api.ts';
import { howThingsAre, openWorse } from './how-things-are.ts';
import { learningOf, openLearning } from './learning.ts';
import { askWaiting, messageAnswerBy, messageWaitsSince, waitsForPerson } from './messages.ts';
import { type Colleague, type NamedPerson, namedPeople } from './named-people.ts';
import { type Procedure, possibleRoutes, rulesOf } from './procedure.ts';
import { openConcern, seenConcern } from './safety.ts';
import { agreedAccess, askedAccess } from './safety-access.ts';
import { isSimilarName } from './similar-names.ts';
import { endsOf, kindOf } from './standing.ts';
import { lettersOf } from './status.ts';
import type { Step } from './steps.ts';
import { afterTheEnd, confirmedRoute, timelineOf } from './timeline.ts';

/** A case as staff see it, worked out from what was said and what has happened. */

export interface CaseMaterial<Said extends Told = Version> {
  id: string;
  reference: string;
  events: readonly CaseEvent[];
  /** What was said, oldest first. */
  versions: readonly Said[];
}

/** What is shown of a case in the list. */
export interface ListedMaterial<Said extends Told = Told> extends CaseMaterial<Said> {
  /** The ids of those of the staff whose account is closed. */
  left: ReadonlySet<string>;
}

/** What is known of one case beside what was said and has happened. */
export interface WholeMaterial extends ListedMaterial<Version> {
  /** What became of the e-mail about each event that raised something, by the event's place from 1. */
  mails: ReadonlyMap<number, Pick<Raising, 'mail' | 'mailSentAt'>>;
  /** Whether a helper's key opens it; undefined when there never was one. */
  helperIsLetIn: boolean | undefined;
  /** Everybody of the staff; left empty where nobody was named who must not handle it. */
  staff: readonly Colleague[];
}

/** As much of what was said as the list of cases needs. */
export const Told = z.pick(Version, {
  words: true,
  voice: true,
  advocate: true,
  addition: true,
  language: true,
  notThisPerson: true,
  notThisRole: true,
  ...{ aboutWhat: true, feeling: true, better: true, thankWhom: true, whatWasGood: true },
});
export type Told = z.infer<typeof Told>;

const openingLength = 140;
/** Enough, unless there is much white space or many emoji of two halves in it. */
const lookedAt = 200;

export function caseSummary(material: ListedMaterial, procedure: Procedure, at: Instant): CaseSummary {
  return summaryOf(material, timelineAt(material, procedure, at), procedure);
}

export function caseDetail(material: WholeMaterial, procedure: Procedure, at: Instant): CaseDetail {
  const { events, versions, helperIsLetIn, staff } = material;
  const named = namedPeople(events, versions);
  const timeline = timelineAt(material, procedure, at);
  return {
    ...summaryOf(material, timeline, procedure),
    recorded: recordedOf(events),
    versions: [...versions],
    raisings: raisingsOf(material),
    safetyNotes: events.flatMap((event) => (event.type === 'safety-accepted' ? [SafetyNote.parse(event)] : [])),
    helperAccess: helperIsLetIn === undefined ? null : { isOpen: helperIsLetIn, maySee: whatHelperMaySee(versions) },
    named: named.map((each) => ({ ...each, similar: similarTo(each, staff) })),
    safetyAccess: accessOf(events, at),
    now: howThingsAre(events),
    asks: asksWith(material),
    timeline,
    asOf: londonDate(at),
    at,
    letters: lettersOf(events),
    learning: learningOf(events),
    waitsForPerson: waitsForPerson(events),
    routeChoices: routeChoicesOf(events, named, procedure, at),
    ...whatMayBeDone(events, named, procedure, at),
    history: [...events],
    revision: events.length,
  };
}

// The words came with the event, in the version of that instant.
function asksWith({ events, versions }: CaseMaterial): CaseDetail['asks'] {
  const waits = askWaiting(events);
  return asksOf(events).map((ask) => {
    const why = versions.find(({ asksFor, receivedAt }) => asksFor === ask.for && receivedAt === ask.at)?.asksWhy;
    return { ...ask, ...(why && { why }), waits: waits?.at === ask.at && waits.for === ask.for };
  });
}

/** What was agreed last; only the dates as long as nothing was. */
export function whatHelperMaySee(versions: readonly Pick<Version, 'helperMaySee' | 'addition'>[]): HelperMaySee {
  return lastSaid(versions, 'helperMaySee') ?? 'dates';
}

// Worked out by playing the choice through the same rules, so that a letter can name the date it will lead to.
function routeChoicesOf(
  events: readonly CaseEvent[],
  named: readonly NamedPerson[],
  procedure: Procedure,
  at: Instant,
): CaseDetail['routeChoices'] {
  const confirmed = confirmedRoute(events);
  const rules = rulesOf(procedure, receipt(events).editions);
  const mayChange = !refusalOf(stateOf({ events, rules, today: londonDate(at), named }), 'set-route');
  if (confirmed && !mayChange) return [];
  const others = possibleRoutes(kindOf(events)).filter((route) => route !== confirmed);
  return others.flatMap((route) => {
    const then: CaseEvent[] = [...events, { type: 'acknowledged', at }, { type: 'route-confirmed', route, at }];
    const answer = timelineOf(then, rules, londonDate(at)).find(({ step }) => step === 'stage1-answer');
    return answer?.due ? [{ route, answerBy: answer.due }] : [];
  });
}

function whatMayBeDone(
  events: readonly CaseEvent[],
  named: readonly NamedPerson[],
  procedure: Procedure,
  at: Instant,
): Pick<CaseDetail, 'allowed' | 'extension'> {
  const standing = { events, rules: rulesOf(procedure, receipt(events).editions), today: londonDate(at), named };
  return { allowed: allowedActions(stateOf(standing)), extension: extensionOf(standing) ?? null };
}

// Whom it is kept from until an officer says whose the name is, and who is looked at first for that.
function similarTo({ said }: NamedPerson, staff: readonly Colleague[]): CaseDetail['named'][number]['similar'] {
  return staff.filter((each) => each.isActive && isSimilarName(said, each)).map(({ id, name }) => ({ id, name }));
}

function accessOf(events: readonly CaseEvent[], at: Instant): CaseDetail['safetyAccess'] {
  const asked = askedAccess(events);
  return {
    asked: asked
      ? { staff: asked.staff, reason: asked.reason, by: asked.by, at: asked.at, askedBy: asked.askedBy }
      : null,
    open: agreedAccess(events).flatMap(({ staff, until }) => (at < until ? [{ staff, until }] : [])),
  };
}

function timelineAt({ events }: CaseMaterial<Told>, procedure: Procedure, at: Instant): Step[] {
  return timelineOf(events, rulesOf(procedure, receipt(events).editions), londonDate(at));
}

function summaryOf(
  { id, reference, events, versions, left }: ListedMaterial,
  timeline: Step[],
  procedure: Procedure,
): CaseSummary {
  const { at: receivedAt } = receipt(events);
  const voice = lastSaid(versions, 'voice');
  const advocate = lastSaid(versions, 'advocate');
  const language = lastSaid(versions, 'language');
  const pictures = picturesOf(versions);
  const holder = givenTo(events);
  return {
    id,
    reference,
    kind: kindOf(events),
    ...(voice && { voice }),
    ...(advocate && { advocate }),
    receivedAt,
    route: confirmedRoute(events) ?? null,
    givenTo: holder,
    holderLeft: holder !== null && 'staff' in holder && left.has(holder.staff),
    unsafe: openConcern(events),
    unsafeBefore: seenConcern(events),
    worse: openWorse(events),
    ...(language && { language }),
    opening: openingOf(inOrderSaid(versions).find(({ words }) => words)?.words ?? ''),
    ...(pictures && { pictures }),
    waitingFor: waitingFor(stepsToWaitFor(events, timeline)),
    message: messageWaiting(events, procedure),
    asksFor: askWaiting(events)?.for ?? null,
    learningDue: openLearning(events)[0]?.due ?? null,
  };
}

function picturesOf(versions: readonly Told[]): ByPictures | undefined {
  const latest = pictureNames.map((name) => [name, lastSaid(versions, name)] as const);
  const told: ByPictures = Object.fromEntries(latest.filter(([, chosen]) => chosen !== undefined));
  return isToldByPictures(told) ? told : undefined;
}

function recordedOf(events: readonly CaseEvent[]): CaseDetail['recorded'] {
  const first = receipt(events);
  return first.recorded ? { ...first.recorded, on: dateHappened(first) } : null;
}

function messageWaiting(events: readonly CaseEvent[], procedure: Procedure): CaseSummary['message'] {
  const since = messageWaitsSince(events);
  const answerBy = messageAnswerBy(events, rulesOf(procedure, receipt(events).editions));
  return since && answerBy ? { since, answerBy } : null;
}

function raisingsOf({ events, mails }: WholeMaterial): Raising[] {
  return events.flatMap((event, index) =>
    event.type === 'safety-raised'
      ? [{ at: event.at, said: event.said, ...(mails.get(index + 1) ?? { mail: 'off' as const }) }]
      : [],
  );
}

function stepsToWaitFor(events: readonly CaseEvent[], timeline: Step[]): Step[] {
  return endsOf(events).length > 0 ? timeline.filter(({ step }) => afterTheEnd.has(step)) : timeline;
}

function waitingFor(timeline: Step[]): Step | null {
  const late = timeline.filter((step) => step.state === 'late').sort(byDue);
  return late[0] ?? timeline.find((step) => step.state === 'next') ?? null;
}

function byDue(a: Step, b: Step): number {
  return (a.due ?? '').localeCompare(b.due ?? '');
}

// Cut between code points, so that no half of an emoji is left.
function openingOf(words: string): string {
  const few = pointsOf(words.slice(0, lookedAt));
  const points = few.length > openingLength + 1 ? few : pointsOf(words);
  return points.length > openingLength ? `${points.slice(0, openingLength).join('').trimEnd()}…` : points.join('');
}

function pointsOf(words: string): string[] {
  return [...words.replace(/\s+/gu, ' ').trim()];
}

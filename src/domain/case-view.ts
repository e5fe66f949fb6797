import * as z from 'zod/mini';
import { type CaseEvent, receipt } from './case-events.ts';
import { type Instant, londonDate } from './dates.ts';
import { type CaseDetail, type CaseSummary, Version } from './desk-api.ts';
import { type Procedure, possibleRoutes, rulesOf } from './procedure.ts';
import { lettersOf } from './status.ts';
import type { Step } from './steps.ts';
import { confirmedRoute, timelineOf } from './timeline.ts';

/** A case as staff see it, worked out from what was said and what has happened. */

export interface CaseMaterial<Said extends Told = Version> {
  id: string;
  reference: string;
  events: readonly CaseEvent[];
  /** What was said, oldest first. */
  versions: readonly Said[];
}

/** As much of what was said as the list of cases needs. */
export const Told = z.pick(Version, { words: true, voice: true, advocate: true });
export type Told = z.infer<typeof Told>;

const openingLength = 140;
/** Enough, unless there is much white space or many emoji of two halves in it. */
const lookedAt = 200;

export function caseSummary(material: CaseMaterial<Told>, procedure: Procedure, at: Instant): CaseSummary {
  return summaryOf(material, timelineAt(material, procedure, at));
}

export function caseDetail(material: CaseMaterial, procedure: Procedure, at: Instant): CaseDetail {
  const timeline = timelineAt(material, procedure, at);
  return {
    ...summaryOf(material, timeline),
    versions: [...material.versions],
    timeline,
    asOf: londonDate(at),
    letters: lettersOf(material.events),
    routeChoices: routeChoicesOf(material.events, procedure, at),
    revision: material.events.length,
  };
}

/**
 * Not safe first, the longest known before the others; then late, the longest overdue first; then by due date; then
 * those with nothing to wait for.
 */
export function byUrgency(a: CaseSummary, b: CaseSummary): number {
  return (
    Number(b.unsafe !== null) - Number(a.unsafe !== null) ||
    (a.unsafe?.since ?? '').localeCompare(b.unsafe?.since ?? '') ||
    rank(a) - rank(b) ||
    (a.waitingFor?.due ?? '').localeCompare(b.waitingFor?.due ?? '') ||
    a.receivedAt.localeCompare(b.receivedAt)
  );
}

// Worked out by playing the choice through the same rules, so that a letter can name the date it will lead to.
function routeChoicesOf(events: readonly CaseEvent[], procedure: Procedure, at: Instant): CaseDetail['routeChoices'] {
  if (confirmedRoute(events)) return [];
  const { kind, editions } = receipt(events);
  const rules = rulesOf(procedure, editions);
  return possibleRoutes(kind).flatMap((route) => {
    const then: CaseEvent[] = [...events, { type: 'acknowledged', at }, { type: 'route-confirmed', route, at }];
    const answer = timelineOf(then, rules, londonDate(at)).find(({ step }) => step === 'stage1-answer');
    return answer?.due ? [{ route, answerBy: answer.due }] : [];
  });
}

function timelineAt({ events }: CaseMaterial<Told>, procedure: Procedure, at: Instant): Step[] {
  return timelineOf(events, rulesOf(procedure, receipt(events).editions), londonDate(at));
}

function summaryOf({ id, reference, events, versions }: CaseMaterial<Told>, timeline: Step[]): CaseSummary {
  const { kind, at: receivedAt } = receipt(events);
  const voice = lastSaid(versions, 'voice');
  const advocate = lastSaid(versions, 'advocate');
  return {
    id,
    reference,
    kind,
    ...(voice && { voice }),
    ...(advocate && { advocate }),
    receivedAt,
    route: confirmedRoute(events) ?? null,
    unsafe: unsafeSince(events),
    opening: openingOf(versions.find(({ words }) => words)?.words ?? ''),
    waitingFor: waitingFor(timeline),
  };
}

// The worst that was said counts, from when it was first said.
function unsafeSince(events: readonly CaseEvent[]): CaseSummary['unsafe'] {
  const raised = events.filter((event) => event.type === 'safety-raised');
  const worst = raised.find(({ said }) => said === 'no') ?? raised[0];
  return worst ? { since: worst.at, said: worst.said } : null;
}

function waitingFor(timeline: Step[]): Step | null {
  const late = timeline.filter((step) => step.state === 'late').sort(byDue);
  return late[0] ?? timeline.find((step) => step.state === 'next') ?? null;
}

function byDue(a: Step, b: Step): number {
  return (a.due ?? '').localeCompare(b.due ?? '');
}

function rank({ waitingFor }: CaseSummary): number {
  if (!waitingFor) return 2;
  return waitingFor.state === 'late' ? 0 : 1;
}

// A later version that leaves an answer out does not take it back.
function lastSaid<Field extends 'voice' | 'advocate'>(versions: readonly Told[], field: Field): Told[Field] {
  return versions.findLast((version) => version[field] !== undefined)?.[field];
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

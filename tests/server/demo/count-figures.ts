import { type CaseEvent, dateHappened, firstOf, latestOf } from '../../../src/domain/case-events.ts';
import { type IsoDate, londonDate } from '../../../src/domain/dates.ts';
import type { CaseDetail } from '../../../src/domain/desk-api.ts';
import { workingDaysBetween } from '../../../src/domain/working-days.ts';

/** The figures of an annual report, counted out of the cases as the API tells them and out of nothing else. */

const ofLookedAfter = new Set(['looked-after', 'placements', 'fostering', 'leaving-care']);

export function receivedOn({ recorded, receivedAt }: CaseDetail): IsoDate {
  return recorded?.on ?? londonDate(receivedAt);
}

/** @param april the first day of the year */
export function countYear(all: readonly CaseDetail[], april: IsoDate) {
  const nextApril = `${Number(april.slice(0, 4)) + 1}-04-01`;
  const feedback = all.filter((each) => receivedOn(each) >= april && receivedOn(each) < nextApril);
  const complaints = feedback.filter(({ kind }) => kind === 'complaint');
  const investigations = complaints.filter(({ history }) => firstOf(history, 'stage1-answered'));
  const closed = investigations.filter(({ history }) => latestOf(history, 'closed'));
  const onRoute = (route: string) => investigations.filter((each) => each.route === route);
  const outcomes = tally(closed.map(({ history }) => latestOf(history, 'closed')?.outcome));
  const endings = complaints.flatMap(({ history }) => latestOf(history, 'closed') ?? []);
  const points = endings.filter(({ learning }) => learning);
  return {
    total: feedback.length,
    kinds: tally(feedback.map(({ kind }) => kind)),
    months: tally(feedback.map((each) => receivedOn(each).slice(5, 7))),
    complaints: complaints.length,
    investigations: investigations.length,
    corporate: onRoute('corporate').length,
    statutory: onRoute('statutory').length,
    closed: closed.length,
    outcomes,
    outcomePercent: Object.fromEntries(Object.entries(outcomes).map(([outcome, n]) => [outcome, percent(n, closed)])),
    daysToAnswer: averageDays(investigations),
    corporateDays: averageDays(onRoute('corporate')),
    statutoryDays: averageDays(onRoute('statutory')),
    teams: tally(complaints.map(({ history }) => teamOf(history))),
    lookedAfter: complaints.filter(({ history }) => ofLookedAfter.has(teamOf(history) ?? '')).length,
    byChildren: complaints.filter(({ voice }) => voice === 'child' || voice === 'young-person').length,
    fromRepeated: fromRepeated(complaints),
    stage2: complaints.filter(({ history }) => firstOf(history, 'stage2-requested')).length,
    ombudsman: complaints.filter(({ history }) => firstOf(history, 'ombudsman-asked')).length,
    categories: tally(endings.map(({ category }) => category)),
    themes: tally(endings.flatMap(({ themes }) => themes)),
    learning: points.map(({ learning }) => learning ?? ''),
    actions: endings.flatMap(({ actions }) => actions.map(({ what }) => what)),
    withLearning: investigations.filter(
      ({ history }) => isFoundAgainst(history) && latestOf(history, 'closed')?.learning,
    ).length,
  };
}

export function percent(part: number, whole: { length: number }): number {
  return Math.round((part * 100) / whole.length);
}

function tally(items: readonly (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) if (item !== undefined) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

function averageDays(cases: readonly CaseDetail[]): number {
  const days = cases.map((each) => {
    const answered = firstOf(each.history, 'stage1-answered');
    return answered ? workingDaysBetween(receivedOn(each), dateHappened(answered)) : 0;
  });
  return Math.round(days.reduce((sum, each) => sum + each, 0) / cases.length);
}

function teamOf(history: readonly CaseEvent[]): string | undefined {
  const to = latestOf(history, 'assigned')?.to;
  return to && 'team' in to ? to.team : undefined;
}

function isFoundAgainst(history: readonly CaseEvent[]): boolean {
  const outcome = latestOf(history, 'closed')?.outcome;
  return outcome === 'upheld' || outcome === 'partly-upheld';
}

/** Complaints of those who complained more than once, by the name they gave. */
function fromRepeated(complaints: readonly CaseDetail[]): number {
  const names = complaints.flatMap(({ versions }) => versions[0]?.name ?? []);
  const often = tally(names);
  return names.filter((name) => (often[name] ?? 0) > 1).length;
}

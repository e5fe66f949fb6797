import { describe, expect, test } from 'vitest';
import { londonDate } from '../../../src/domain/dates.ts';
import { reportedFrom } from '../../../src/server/demo/calendar.ts';
import type { Happening } from '../../../src/server/demo/happening.ts';
import { justNow } from '../../../src/server/demo/just-now.ts';
import { threeYears } from '../../../src/server/demo/three-years.ts';
import { council } from '../test-app.ts';

/** What the demonstration tells follows today, and the report's figures hold on whichever day it is shown. */

const staff = Object.fromEntries(
  ['officer', 'colleague', 'manager', 'head', 'reader', 'administrator'].map((key) => [key, { id: key }]),
) as Parameters<typeof justNow>[0]['staff'];

function told(at: string): Happening[] {
  return [...threeYears(londonDate(at), council), ...justNow({ at, staff, teamOf: (team) => team })];
}

const days = [
  ['the last day on which that year is not reported on yet', '2027-06-30T12:00:00.000Z', '2025-04-01'],
  ['the first on which it is', '2027-07-01T05:30:00.000Z', '2026-04-01'],
  ['a Sunday before a bank holiday', '2026-12-27T21:00:00.000Z', '2025-04-01'],
  ['a working day in autumn', '2026-11-23T14:00:00.000Z', '2025-04-01'],
] as const;

describe.each(days)('on %s', (_, at, april) => {
  const all = told(at);
  const nextApril = `${Number(april.slice(0, 4)) + 1}-04-01`;
  const inYear = new Set(
    all.flatMap((each) =>
      each.does === 'tell' && !('addition' in each.said) && each.at >= april && each.at < nextApril
        ? [each.caseId]
        : [],
    ),
  );

  test('198 pieces came in the year reported on', () => {
    expect(reportedFrom(londonDate(at))).toBe(april);
    expect(inYear.size).toBe(198);
  });

  test('and all that was to be done with them has been done', () => {
    const later = all.filter((each) => inYear.has(each.caseId) && each.at > at);
    const left = later.flatMap((each) => (each.does === 'act' ? [each.action.action] : [each.does]));
    expect(left.filter((action) => action !== 'finish-learning')).toEqual([]);
  });

  test('something came in every month since, and today', () => {
    const since = all.filter((each) => each.does === 'tell' && each.at >= nextApril && each.at <= at);
    const months = new Set(since.map((each) => each.at.slice(0, 7)));
    expect(months).toContain(nextApril.slice(0, 7));
    expect(months).toContain(at.slice(0, 7));
    expect(since.some((each) => londonDate(each.at) === londonDate(at))).toBe(true);
  });
});

test('on the same day the same is told, but for nothing', () => {
  expect(told('2026-11-23T14:00:00.000Z')).toEqual(told('2026-11-23T14:00:00.000Z'));
});

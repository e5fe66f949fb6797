import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CaseEvent, CaseEventType } from '../../src/domain/case-events.ts';
import { addDays, type IsoDate } from '../../src/domain/dates.ts';
import type { Route } from '../../src/domain/routes.ts';
import type { Step, StepName } from '../../src/domain/steps.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { receivedOn, rulesWith } from './hand-checked/any-case.ts';
import { on } from './hand-checked/row.ts';

/**
 * A case that comes on every day of a year, and every date that it should have when each thing is done on its last
 * day. The rows were counted apart from the program, in another language, over the bank holidays as published.
 */
type Row = Partial<Record<StepName | 'received' | 'stage2-requested', IsoDate>>;

function rowsOf(name: Route): Row[] {
  const [head = '', ...lines] = readFileSync(`tests/domain/a-year/${name}.csv`, 'utf8').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').flatMap((date, index) => (date ? [[names[index] ?? '', date]] : []))),
  );
}

/** What is done when, and for which step it is waited for. The person asks on their last day, or as the row says. */
const story: Record<Route, [CaseEventType, StepName | 'stage2-requested', StepName?][]> = {
  statutory: [
    ['acknowledged', 'acknowledge', 'acknowledge'],
    ['stage1-answered', 'stage1-answer', 'stage1-answer'],
    ['stage2-requested', 'stage2-request-by', 'stage2-request-by'],
    ['stage2-responded', 'stage2-response', 'stage2-response'],
    ['stage3-requested', 'stage3-request-by', 'stage3-request-by'],
    ['stage3-panel-met', 'stage3-panel', 'stage3-panel'],
    ['stage3-panel-reported', 'stage3-report', 'stage3-report'],
    ['stage3-responded', 'stage3-response', 'stage3-response'],
    ['ombudsman-asked', 'stage3-response'],
    ['ombudsman-answered', 'ombudsman-answer', 'ombudsman-answer'],
  ],
  corporate: [
    ['acknowledged', 'acknowledge', 'acknowledge'],
    ['stage1-answered', 'stage1-answer', 'stage1-answer'],
    ['stage2-requested', 'stage2-requested'],
    ['stage2-acknowledged', 'stage2-acknowledge', 'stage2-acknowledge'],
    ['stage2-responded', 'stage2-response', 'stage2-response'],
    ['ombudsman-asked', 'stage2-response'],
    ['ombudsman-answered', 'ombudsman-answer', 'ombudsman-answer'],
  ],
};

interface Happening {
  event: CaseEvent;
  date: IsoDate;
  step: StepName | undefined;
}

function happeningsOf(row: Row, route: Route): Happening[] {
  return story[route].flatMap(([type, column, step]) => {
    const date = row[column];
    return date ? [{ event: { type, at: on(date) } as CaseEvent, date, step }] : [];
  });
}

function days(from: IsoDate, to: IsoDate): IsoDate[] {
  const all: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) all.push(day);
  return all;
}

function stepOn(day: IsoDate, events: CaseEvent[], step: StepName, received: IsoDate): Step | undefined {
  return timelineOf(events, rulesWith(received, []), day).find((each) => each.step === step);
}

function confirmed({ received = '' }: Row, route: Route): CaseEvent[] {
  return [receivedOn(received), { type: 'route-confirmed', at: on(received), route }];
}

/** Every step that is late, or certain and due on another day than the row says. */
function wrongOn(day: IsoDate, row: Row, [first, happenings]: [CaseEvent[], Happening[]]): string[] {
  const events = [...first, ...happenings.filter(({ date }) => date <= day).map(({ event }) => event)];
  return timelineOf(events, rulesWith(row.received ?? '', []), day).flatMap(({ step, due, certain, state }) => [
    ...(state === 'late' ? [`${step} is late on ${day}`] : []),
    ...(certain && due !== row[step] ? [`${step} is due ${due} on ${day}`] : []),
  ]);
}

describe.each(['statutory', 'corporate'] as const)('a %s complaint on every day of 2026', (route) => {
  const rows = rowsOf(route);

  test('has a row for each day', () => {
    expect(rows.map(({ received }) => received)).toEqual(days('2026-01-01', '2026-12-31'));
  });

  test('is, on every day until all is done, due when the row says, and never late', () => {
    for (const row of rows) {
      const { received = '' } = row;
      const happenings = happeningsOf(row, route);
      const last = happenings.at(-1)?.date ?? '';
      const wrong = days(received, last).flatMap((day) => wrongOn(day, row, [confirmed(row, route), happenings]));
      expect({ received, wrong }).toEqual({ received, wrong: [] });
    }
  });

  test('is late from the day after, whichever step nobody does, and the person’s own steps are gone', () => {
    for (const row of rows) {
      const { received = '' } = row;
      const happenings = happeningsOf(row, route);
      const first = confirmed(row, route);
      for (const [index, { date, step }] of happenings.entries()) {
        if (!step) continue;
        const before = [...first, ...happenings.slice(0, index).map(({ event }) => event)];
        const onTheDay = stepOn(date, before, step, received);
        expect([received, step, onTheDay?.due, onTheDay?.state]).toEqual([
          received,
          step,
          date,
          expect.stringMatching(/next|later/),
        ]);
        const after = stepOn(addDays(date, 1), before, step, received);
        const expected = step.endsWith('request-by') ? undefined : 'late';
        expect([received, step, after?.state]).toEqual([received, step, expected]);
      }
    }
  });
});

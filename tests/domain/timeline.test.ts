import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { CaseEvent } from '../../src/domain/case-events.ts';
import { londonDate } from '../../src/domain/dates.ts';
import { editionsInForce, Procedure, rulesOf, UnknownEdition } from '../../src/domain/procedure.ts';
import { Step } from '../../src/domain/steps.ts';
import { confirmedRoute, timelineOf } from '../../src/domain/timeline.ts';
import { type ExpectedStep, type HandChecked, on } from './hand-checked/row.ts';
import { caseOf, handCheckedDates, procedure } from './hand-checked-dates.ts';

describe('dates counted by hand', () => {
  // A loop and not test.each, which would cut the reasons short.
  for (const row of handCheckedDates) {
    test(row.why, () => {
      const { events, rules } = caseOf(row);
      const timeline = timelineOf(events, rules, row.today);
      const shown = row.others ? timeline.filter(({ step }) => row.expect[step]) : timeline;
      expect(shown.map((step) => comparable(step, row.expect[step.step]))).toEqual(
        Object.entries(row.expect).map(([step, expected]) => ({ step, ...expected })),
      );
    });
  }
});

// A row says how many working days are left only where that is what it checks.
function comparable({ workingDaysLeft, ...step }: Step, expected: ExpectedStep | undefined): unknown {
  return expected?.workingDaysLeft === undefined ? step : { ...step, workingDaysLeft };
}

describe('the table itself', () => {
  test('holds at least 60 rows', () => {
    expect(handCheckedDates.length).toBeGreaterThanOrEqual(60);
  });

  test('never asks the same question twice', () => {
    const questions = handCheckedDates.map(({ why: _, expect: __, others: ___, ...input }) =>
      JSON.stringify(sorted(input)),
    );
    expect(new Set(questions).size).toBe(questions.length);
  });

  test('gives every row a reason of its own', () => {
    expect(new Set(handCheckedDates.map((row) => row.why)).size).toBe(handCheckedDates.length);
  });

  test('is built from a procedure and from events that the product accepts', () => {
    expect(Procedure.safeParse(procedure).success).toBe(true);
    for (const row of handCheckedDates) expect(z.array(CaseEvent).safeParse(caseOf(row).events).success).toBe(true);
  });

  test('has only events that had happened by its today', () => {
    const early = handCheckedDates.filter((row) =>
      caseOf(row).events.some(({ at }) => at > `${row.today}T23:59:59.999Z`),
    );
    expect(early.map((row) => row.why)).toEqual([]);
  });
});

function sorted(input: Partial<HandChecked>): [string, unknown][] {
  return Object.entries(input).sort(([a], [b]) => a.localeCompare(b));
}

describe('a timeline', () => {
  test('can be shown to others in the shape that is published', () => {
    for (const row of handCheckedDates) {
      const { events, rules } = caseOf(row);
      expect(z.array(Step).safeParse(timelineOf(events, rules, row.today)).success).toBe(true);
    }
  });

  test('cannot be worked out for a case without a receipt', () => {
    const rules = rulesOf(procedure, editionsInForce(procedure, '2026-11-02'));
    expect(() => timelineOf([{ type: 'acknowledged', at: on('2026-11-02') }], rules, '2026-11-02')).toThrow('received');
  });

  test('follows the route that staff confirmed last, and none before they did', () => {
    expect(confirmedRoute([])).toBeUndefined();
    expect(
      confirmedRoute([
        { type: 'route-confirmed', at: on('2026-11-02'), route: 'statutory' },
        { type: 'route-confirmed', at: on('2026-11-03'), route: 'corporate' },
      ]),
    ).toBe('corporate');
  });
});

describe('the editions a case lives under', () => {
  test('change at midnight in London on 1 April 2026, which is 23:00 UTC on 31 March', () => {
    expect(editionsInForce(procedure, londonDate('2026-03-31T22:59:59.999Z')).corporate).toBe('corporate-before-2026');
    expect(editionsInForce(procedure, londonDate('2026-03-31T23:00:00.000Z')).corporate).toBe('corporate-2026');
  });

  test('are found in whatever order the council wrote them down', () => {
    const backwards = { ...procedure, corporate: [...procedure.corporate].reverse() };
    expect(editionsInForce(backwards, '2026-03-31').corporate).toBe('corporate-before-2026');
    expect(editionsInForce(backwards, '2026-04-01').corporate).toBe('corporate-2026');
  });

  test('are the first ones for a matter older than any that was written down', () => {
    expect(editionsInForce(procedure, '1999-01-01').corporate).toBe('corporate-before-2026');
  });

  test('stay the case’s own when a newer one comes into force', () => {
    const editions = editionsInForce(procedure, '2026-03-02');
    expect(rulesOf(procedure, editions).corporate.stage1.answerWithin).toBe(30);
  });

  test('are refused by name when the council’s file no longer holds them', () => {
    const editions = { ...editionsInForce(procedure, '2026-03-02'), corporate: 'corporate-1990' };
    expect(() => rulesOf(procedure, editions)).toThrow(UnknownEdition);
    expect(() => rulesOf(procedure, editions)).toThrow('corporate-1990');
  });
});

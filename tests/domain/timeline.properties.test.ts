import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseEvent, dateHappened, receipt } from '../../src/domain/case-events.ts';
import { addDays, type IsoDate } from '../../src/domain/dates.ts';
import { editionsInForce } from '../../src/domain/procedure.ts';
import type { Route } from '../../src/domain/routes.ts';
import type { Step } from '../../src/domain/steps.ts';
import { confirmedRoute, timelineOf } from '../../src/domain/timeline.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/domain/working-days.ts';
import { type AnyCase, anyCase, anyClosures, anyDate, receivedOn, rulesWith } from './hand-checked/any-case.ts';
import { on } from './hand-checked/row.ts';
import { procedure } from './hand-checked-dates.ts';

const anyRoute = fc.constantFrom<Route>('statutory', 'corporate');

function timeline({ events, closed, today }: AnyCase): Step[] {
  return timelineOf(events, rulesWith(dateHappened(receipt(events)), closed), today);
}

function confirmed(route: Route, date: IsoDate): CaseEvent {
  return { type: 'route-confirmed', at: on(date), route };
}

function dueOf(steps: Step[], name: Step['step']): IsoDate {
  return steps.find(({ step }) => step === name)?.due ?? 'never';
}

// Asked for in place of an answer that was late, the next stage has that day alone, which may be any.
function isCounted({ step, due, doneAt }: Step): boolean {
  return step !== 'ombudsman-answer' && !(/^stage[23]-request-by$/.test(step) && doneAt === due);
}

describe('every timeline', () => {
  test('has no date on a day that does not count for its step', () => {
    fc.assert(
      fc.property(anyCase, (it) => {
        for (const { step, due } of timeline(it).filter(isCounted)) {
          if (!due) continue;
          expect(isWorkingDay(due), `${step} ${due}`).toBe(true);
          const byCouncil = ['acknowledge', 'pass-on', 'stage2-acknowledge'].includes(step);
          if (byCouncil || confirmedRoute(it.events) === 'corporate') expect(it.closed).not.toContain(due);
        }
      }),
    );
  });

  test('has one next step when something is still to come, the first of those that is due, and none otherwise', () => {
    fc.assert(
      fc.property(anyCase, (it) => {
        const toCome = timeline(it).filter(({ state }) => state === 'next' || state === 'later');
        const firstDue = toCome.map(({ due }) => due ?? '').sort()[0];
        const next = toCome.filter(({ state }) => state === 'next').map(({ due }) => due);
        expect(next).toEqual(toCome.length > 0 ? [firstDue] : []);
      }),
    );
  });

  test('calls a step done, late or to come as its dates and today say', () => {
    fc.assert(
      fc.property(anyCase, (it) => {
        for (const { state, due = 'never', doneAt, workingDaysLeft } of timeline(it)) {
          expect(state === 'done').toBe(doneAt !== undefined);
          expect(state === 'late').toBe(doneAt === undefined && due < it.today);
          if (state === 'next' || state === 'later') expect(workingDaysLeft).toBeGreaterThanOrEqual(0);
          else expect(workingDaysLeft).toBeUndefined();
        }
      }),
    );
  });

  test('keeps the day on which each step was done', () => {
    const events = {
      acknowledge: 'acknowledged',
      'stage1-answer': 'stage1-answered',
      'stage2-response': 'stage2-responded',
    };
    fc.assert(
      fc.property(anyCase, (it) => {
        for (const { step, doneAt } of timeline(it)) {
          const type = Object.entries(events).find(([name]) => name === step)?.[1];
          const event = it.events.find((each) => each.type === type);
          if (type) expect(doneAt).toBe(event && dateHappened(event));
        }
      }),
    );
  });

  test('never holds a step twice', () => {
    fc.assert(
      fc.property(anyCase, (it) => {
        const names = timeline(it).map(({ step }) => step);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('comes out the same each time, and changes nothing that it was given', () => {
    fc.assert(
      fc.property(anyCase, (it) => {
        const before = structuredClone(it);
        expect(timeline(it)).toEqual(timeline(it));
        expect(it).toEqual(before);
      }),
    );
  });

  test('is untouched by a further version of the same words, whenever it came', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (it, where) => {
        const at = on(it.today);
        const events = it.events.toSpliced(1 + (where % it.events.length), 0, { type: 'further-version', at });
        expect(timeline({ ...it, events })).toEqual(timeline(it));
      }),
    );
  });

  test('keeps a certain date as the days go by', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 60 }), (it, days) => {
        const later = timeline({ ...it, today: addDays(it.today, days) });
        const certain = timeline(it).filter((step) => step.certain && step.state !== 'done');
        for (const { step, due } of certain) expect(['never', due]).toContain(dueOf(later, step));
      }),
    );
  });

  test('keeps only what was done, and the answer to the Ombudsman, once a case is withdrawn', () => {
    fc.assert(
      fc.property(anyCase, (it) => {
        const events: CaseEvent[] = [...it.events, { type: 'withdrawn', at: on(it.today) }];
        const kept = timeline(it).filter(({ step, state }) => state === 'done' || step === 'ombudsman-answer');
        const after = timeline({ ...it, events });
        expect(after.map(({ step, due }) => [step, due])).toEqual(kept.map(({ step, due }) => [step, due]));
      }),
    );
  });
});

describe('a date', () => {
  test('is never earlier for what was received later under the same edition', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: 1, max: 30 }),
        anyRoute,
        anyClosures,
        fc.boolean(),
        (date, days, ...rest) => {
          const [route, closed, fromNext] = rest;
          const next = addDays(date, days);
          fc.pre(editionsInForce(procedure, date).corporate === editionsInForce(procedure, next).corporate);
          const rules = rulesWith(date, closed, fromNext);
          const [first, second] = [date, next].map((received) =>
            timelineOf([receivedOn(received), confirmed(route, received)], rules, received),
          );
          for (const step of ['acknowledge', 'stage1-answer'] as const) {
            expect(dueOf(second ?? [], step) >= dueOf(first ?? [], step)).toBe(true);
          }
        },
      ),
    );
  });

  test('of the statutory route never moves with the days on which a council is closed', () => {
    fc.assert(
      fc.property(anyCase, anyClosures, (it, more) => {
        const events = [...it.events, confirmed('statutory', it.today)];
        const statutory = (closed: IsoDate[]) =>
          timeline({ ...it, events, closed })
            .filter(({ step }) => step !== 'acknowledge' && step !== 'pass-on')
            .map(({ step, due, doneAt, certain }) => ({ step, due, doneAt, certain }));
        expect(statutory([...it.closed, ...more])).toEqual(statutory(it.closed));
      }),
    );
  });

  test('is never earlier because a council closes on more days', () => {
    fc.assert(
      fc.property(anyCase, anyClosures, (it, more) => {
        const closed = timeline({ ...it, closed: [...it.closed, ...more] });
        for (const { step, due = 'never' } of timeline(it)) {
          const moved = dueOf(closed, step);
          expect(moved === 'never' || moved >= due).toBe(true);
        }
      }),
    );
  });

  test('of a corporate answer from April 2026 on is the same however late the acknowledgement is', () => {
    const from2026 = anyDate.filter((date) => date >= '2026-04-01');
    fc.assert(
      fc.property(from2026, fc.integer({ min: 0, max: 60 }), anyClosures, (date, daysLate, closed) => {
        const rules = rulesWith(date, closed);
        const events = [receivedOn(date), confirmed('corporate', date)];
        const due = dueOf(timelineOf(events, rules, date), 'acknowledge');
        const acknowledged = (days: number) =>
          timelineOf([...events, { type: 'acknowledged', at: on(addDays(due, days)) }], rules, date);
        expect(dueOf(acknowledged(daysLate), 'stage1-answer')).toBe(dueOf(acknowledged(0), 'stage1-answer'));
        expect(dueOf(timelineOf(events, rules, addDays(due, 1)), 'stage1-answer')).toBe(
          dueOf(acknowledged(0), 'stage1-answer'),
        );
      }),
    );
  });

  test('of an unconfirmed route is never earlier than that of either route', () => {
    fc.assert(
      fc.property(anyDate, anyClosures, (date, closed) => {
        const rules = rulesWith(date, closed);
        const open = dueOf(timelineOf([receivedOn(date)], rules, date), 'stage1-answer');
        const dates = (['statutory', 'corporate'] as const).map((route) =>
          dueOf(timelineOf([receivedOn(date), confirmed(route, date)], rules, date), 'stage1-answer'),
        );
        expect(open).toBe(dates.sort()[1]);
      }),
    );
  });

  test('of a statutory answer is never past day 20, however long an advocate is looked for', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(20), fc.nat(120), (date, start, length) => {
        const events: CaseEvent[] = [
          receivedOn(date),
          confirmed('statutory', date),
          { type: 'paused', reason: 'advocate', at: on(addDays(date, start)) },
          { type: 'resumed', at: on(addDays(date, start + length)) },
        ];
        const due = dueOf(timelineOf(events, rulesWith(date, []), addDays(date, start + length)), 'stage1-answer');
        const counted = workingDaysBetween(date, due);
        expect(counted).toBeGreaterThanOrEqual(10);
        expect(counted).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('counting working days', () => {
  test('on and between are each other’s inverse', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(70), (date, days) => {
        expect(workingDaysBetween(date, addWorkingDays(date, days))).toBe(days);
      }),
    );
  });

  test('to a working day and back on from where it began arrives there', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(100), (date, days) => {
        const to = addWorkingDays(addDays(date, days), 1);
        expect(addWorkingDays(date, workingDaysBetween(date, to))).toBe(to);
      }),
    );
  });
});

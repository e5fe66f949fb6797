import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AsksFor } from '../../src/domain/asks.ts';
import { addDays } from '../../src/domain/dates.ts';
import { type Step, StepName } from '../../src/domain/steps.ts';
import { dayByNow, type Known, timelineByNow, whatToAsk } from '../../src/domain/what-to-ask.ts';

const asOf = '2026-09-30';
const late = (step: StepName, due = '2026-09-29'): Step => ({ step, state: 'late', certain: true, due });
const done = (step: StepName): Step => ({
  step,
  state: 'done',
  certain: true,
  due: '2026-09-10',
  doneAt: '2026-09-09',
});
const next = (step: StepName, due: string, certain = true): Step => ({ step, state: 'next', certain, due });
const known = (timeline: Step[], more: Partial<Known> = {}): Known => ({ kind: 'complaint', timeline, asOf, ...more });

const statutory = { route: 'statutory' } as const;
const corporate = { route: 'corporate' } as const;

describe('what there is to ask', () => {
  test.each<[string, Known, object | undefined]>([
    ['nothing while all is in time', known([next('acknowledge', asOf)]), undefined],
    ['the team again, when nobody has written', known([late('acknowledge')]), { why: 'late', ask: 'acknowledge' }],
    [
      'the team again, for a thank you that was not passed on',
      known([done('acknowledge'), late('pass-on')], { kind: 'compliment' }),
      { ask: 'pass-on', ombudsman: null },
    ],
    [
      'stage 2 of the statutory route, when stage 1 is late',
      known([done('acknowledge'), late('stage1-answer')], statutory),
      { why: 'late', ask: 'stage2', ombudsman: 'may-send-back' },
    ],
    [
      'stage 2 of the corporate route, when stage 1 is late',
      known([done('acknowledge'), late('stage1-answer')], corporate),
      { ask: 'stage2', ombudsman: 'may-send-back' },
    ],
    [
      'stage 2 before anybody said the route, when stage 1 is late on each',
      known([late('acknowledge'), late('stage1-answer')], { route: null }),
      { ask: 'stage2' },
    ],
    [
      'stage 2 while it may be asked for, late or not',
      known([done('stage1-answer'), next('stage2-request-by', '2026-10-20')], statutory),
      { why: 'open', ask: 'stage2', due: '2026-10-20' },
    ],
    ['nothing once the day to ask for stage 2 is over', known([done('stage1-answer')], statutory), undefined],
    [
      'who takes stage 2',
      known([done('stage1-answer'), late('stage2-acknowledge')], corporate),
      { ask: 'stage2-acknowledge' },
    ],
    [
      'the answer of stage 2 and no panel: there is nothing yet for a panel to look at',
      known([late('stage2-response')], statutory),
      { ask: 'stage2-response', ombudsman: 'may-send-back' },
    ],
    [
      'the answer of the corporate stage 2',
      known([late('stage2-response')], corporate),
      { ask: 'stage2-response', ombudsman: 'may-send-back' },
    ],
    [
      'a panel while it may be asked for',
      known([done('stage2-response'), next('stage3-request-by', '2026-10-20')], statutory),
      { why: 'open', ask: 'stage3' },
    ],
    [
      'when the panel meets',
      known([late('stage3-panel'), next('stage3-report', '2026-10-20', false)], statutory),
      { ask: 'stage3-panel' },
    ],
    ['for its report', known([done('stage3-panel'), late('stage3-report')], statutory), { ask: 'stage3-report' }],
    [
      'for the council’s response to it',
      known([done('stage3-report'), late('stage3-response')], statutory),
      { ask: 'stage3-response', ombudsman: 'may-send-back' },
    ],
    ['the Ombudsman, after the panel', known([done('stage3-response')], statutory), { why: 'over', ombudsman: 'now' }],
    [
      'the Ombudsman, after the corporate stage 2',
      known([done('stage2-response')], corporate),
      { why: 'over', ombudsman: 'now' },
    ],
    [
      'nothing more once the Ombudsman has it in time',
      known([done('stage2-response'), next('ombudsman-answer', '2026-10-20')], corporate),
      undefined,
    ],
    [
      'nothing of the council, when it keeps the Ombudsman waiting',
      known([late('ombudsman-answer')], corporate),
      { why: 'late', ombudsman: null },
    ],
  ])('%s', (_, it, expected) => {
    const found = whatToAsk(it, asOf);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
    if (found && !('ask' in (expected ?? {}))) expect(found.ask).toBeUndefined();
  });

  test('is marked as asked for until the answer to it is late, or came and changed nothing', () => {
    const asked = [{ for: 'stage2' as const, at: '2026-09-29T10:00:00.000Z' }];
    const waiting = known([late('stage1-answer')], { ...statutory, asked, answerBy: '2026-10-01' });
    expect(whatToAsk(waiting, '2026-10-01')?.asked).toEqual(asked[0]);
    expect(whatToAsk(waiting, '2026-10-02')?.asked).toBeUndefined();
    expect(whatToAsk({ ...waiting, answerBy: undefined }, asOf)?.asked).toBeUndefined();
    expect(
      whatToAsk({ ...waiting, asked: [{ for: 'acknowledge', at: asked[0]?.at ?? '' }] }, asOf)?.asked,
    ).toBeUndefined();
  });
});

describe('a phone without a network', () => {
  const waiting = known([next('acknowledge', '2026-10-02')]);

  test('finds a step late when its day is over, and not on that day', () => {
    expect(whatToAsk(waiting, '2026-10-02')).toBeUndefined();
    expect(whatToAsk(waiting, '2026-10-03')).toMatchObject({ why: 'late', step: 'acknowledge', ask: 'acknowledge' });
  });

  test('leaves alone a date that may move by itself, unless only the route is missing', () => {
    const resting = known([next('stage1-answer', '2026-10-02', false)], statutory);
    expect(whatToAsk(resting, '2026-11-03')).toBeUndefined();
    expect(whatToAsk({ ...resting, route: null }, '2026-11-03')).toMatchObject({ ask: 'stage2' });
  });

  test('lets go of what could be asked for until a day that is over', () => {
    const open = known([done('stage1-answer'), next('stage2-request-by', '2026-10-02')], statutory);
    expect(whatToAsk(open, '2026-10-02')).toMatchObject({ why: 'open', ask: 'stage2' });
    expect(whatToAsk(open, '2026-10-03')).toBeUndefined();
  });

  test.each([
    ['counts the days that have passed on it', '2026-09-30', '2026-10-05', '2026-10-05'],
    ['counts them too when its clock is weeks ahead', '2026-10-20', '2026-10-25', '2026-10-05'],
    ['and when it is years behind', '2020-01-01', '2020-01-06', '2026-10-05'],
    ['keeps the council’s date when its clock was set back', '2026-09-30', '2026-08-01', asOf],
    ['and when it runs years ahead', '2026-09-30', '2031-01-01', asOf],
    ['takes its clock where it does not know what it said then', undefined, '2026-10-05', '2026-10-05'],
    ['but not one that is behind the council', undefined, '2026-01-05', asOf],
  ])('%s', (_, askedOn, phone, today) => {
    expect(dayByNow(asOf, askedOn, phone)).toBe(today);
  });
});

const anyStep: fc.Arbitrary<Step> = fc.record({
  step: fc.constantFrom(...StepName.options),
  state: fc.constantFrom('done', 'next', 'later', 'late'),
  certain: fc.boolean(),
  due: fc.integer({ min: -60, max: 60 }).map((days) => addDays(asOf, days)),
});
const anyKnown: fc.Arbitrary<Known> = fc.record({
  kind: fc.constantFrom('complaint', 'compliment', 'comment'),
  timeline: fc.uniqueArray(anyStep, { selector: ({ step }) => step }),
  asOf: fc.constant(asOf),
  route: fc.constantFrom(null, undefined, 'statutory', 'corporate'),
});
const anyDay = fc.integer({ min: -30, max: 90 }).map((days) => addDays(asOf, days));

describe('whatever a phone knows', () => {
  test('nothing that is done, and no date still ahead, is called late', () => {
    fc.assert(
      fc.property(anyKnown, anyDay, (it, today) => {
        const before = new Map(it.timeline.map((step) => [step.step, step]));
        for (const step of timelineByNow(it, today)) {
          const was = before.get(step.step);
          if (step.state !== 'late' || was?.state === 'late') continue;
          expect(was?.state).not.toBe('done');
          expect((was?.due ?? '') < today).toBe(true);
        }
      }),
    );
  });

  test('what is asked for is something the API knows, and follows from a step of the timeline', () => {
    fc.assert(
      fc.property(anyKnown, anyDay, (it, today) => {
        const found = whatToAsk(it, today);
        if (!found) return;
        expect(it.timeline.map(({ step }) => step)).toContain(found.step);
        if (found.ask) expect(AsksFor.options).toContain(found.ask);
        if (it.kind !== 'complaint') expect(found.ombudsman).toBeNull();
      }),
    );
  });
});

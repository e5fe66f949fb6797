import { describe, expect, test } from 'vitest';
import { stonesOf } from '../../src/app/stones.ts';
import { type Step, StepName } from '../../src/domain/steps.ts';

const phone = '01234 567890';
const asOf = '2026-11-20';

function stoneOf(step: Step) {
  const stones = stonesOf({ told: '2026-11-18', timeline: [step], asOf, today: asOf, phone });
  expect(stones).toHaveLength(2);
  const stone = stones[1];
  if (!stone) throw new Error('There is no stone.');
  return stone;
}

describe('the first stone is the person’s own', () => {
  test.each([
    ['on the same day', '2026-11-20', 'Today'],
    ['on another', '2026-11-18', 'Wednesday 18 November'],
  ])('%s', (_, told, title) => {
    const stones = stonesOf({ told, timeline: [], asOf, today: asOf, phone });
    expect(stones).toEqual([{ key: 'told', state: 'done', title, texts: ['You told us.'] }]);
  });
});

test('what is done carries the day on which it was', () => {
  const step = { step: 'acknowledge', state: 'done', certain: true, due: '2026-11-23', doneAt: '2026-11-19' } as const;
  expect(stoneOf(step)).toEqual({
    key: 'acknowledge',
    state: 'done',
    title: 'Thursday 19 November',
    texts: ['The council wrote to you.'],
  });
  expect(stoneOf({ ...step, doneAt: asOf }).title).toBe('Today');
});

describe('what is next', () => {
  const step: Step = { step: 'stage1-answer', state: 'next', certain: true, due: '2026-12-02', workingDaysLeft: 8 };

  test('carries its day, and how long that is', () => {
    expect(stoneOf(step)).toEqual({
      key: 'stage1-answer',
      state: 'next',
      day: '2',
      title: 'By Wednesday 2 December',
      texts: ['You should get an answer.', 'That is in 8 working days.'],
    });
  });

  test.each([
    [0, 'That is today.'],
    [1, 'That is in 1 working day.'],
    [2, 'That is in 2 working days.'],
  ])('in %i working days', (workingDaysLeft, text) => {
    expect(stoneOf({ ...step, workingDaysLeft }).texts).toContain(text);
  });

  test('and may move says so', () => {
    const { title, texts } = stoneOf({ ...step, certain: false });
    expect(title).toBe('By about Wednesday 2 December');
    expect(texts.at(-1)).toBe('This date may change. They should tell you if it does.');
  });

  test('says nothing of days that nobody has counted', () => {
    const { workingDaysLeft: _, ...uncounted } = step;
    expect(stoneOf(uncounted).texts).toEqual(['You should get an answer.']);
  });
});

test('what comes later is written as what is next, on a stone of its own shape', () => {
  const step: Step = { step: 'stage1-answer', state: 'later', certain: true, due: '2026-12-02' };
  expect(stoneOf(step)).toMatchObject({ state: 'later', title: 'By Wednesday 2 December' });
});

test('what is late names the day that was, and whom to ring', () => {
  expect(stoneOf({ step: 'acknowledge', state: 'late', certain: true, due: '2026-11-19' })).toEqual({
    key: 'acknowledge',
    state: 'late',
    day: '19',
    title: 'Was due on Thursday 19 November',
    texts: ['You should have heard from the council.', `They are late. You can ring and ask: ${phone}.`],
  });
});

describe.each(StepName.options)('%s', (step) => {
  test.each(['done', 'next', 'later', 'late'] as const)('has its words when it is %s', (state) => {
    const { texts, title } = stoneOf({ step, state, certain: true, due: '2026-12-02' });
    expect(title).toMatch(/Wednesday 2 December$/);
    for (const text of texts) expect(text).toMatch(/^[A-Z].*[.]$/);
    expect(texts.join()).not.toContain('steps.');
  });
});

test('the stones keep the order of the timeline', () => {
  const timeline: Step[] = [
    { step: 'acknowledge', state: 'next', certain: true, due: asOf },
    { step: 'stage1-answer', state: 'later', certain: true, due: asOf },
  ];
  const stones = stonesOf({ told: '2026-11-18', timeline, asOf, today: asOf, phone });
  expect(stones.map(({ key }) => key)).toEqual(['told', 'acknowledge', 'stage1-answer']);
});

test('what was worked out on another day says dates only, for its "today" and its days left have passed', () => {
  const timeline: Step[] = [
    { step: 'acknowledge', state: 'next', certain: true, due: '2026-11-25', workingDaysLeft: 3 },
  ];
  const [told, next] = stonesOf({ told: '2026-11-20', timeline, asOf, today: '2026-11-27', phone });
  expect(told?.title).toBe('Friday 20 November');
  expect(next).toMatchObject({ title: 'By Wednesday 25 November', texts: ['You should hear from the council.'] });
});

import { describe, expect, test } from 'vitest';
import { beginning, check, progressOf, questionOf, stepAfter, stepBefore } from '../../src/app/journey.ts';
import type { Answers } from '../../src/device/drafts.ts';

/** The steps from a beginning to the check, every question answered or skipped on the way. */
function wayFrom(path: '/' | '/tell', answers: Answers): string[] {
  const { step: first, seen: before } = beginning(path);
  const [steps, seen] = [[first], [...before]];
  let step = first;
  while (step !== check && steps.length < 20) {
    seen.push(step);
    step = stepAfter({ answers, seen });
    steps.push(step);
  }
  return steps;
}

describe('the way', () => {
  test.each<[string, '/' | '/tell', Answers, string[]]>([
    ['of a complaint', '/', { kind: 'complaint' }, ['who', 'kind', 'words', 'advocate', 'check']],
    ['of an idea', '/', { kind: 'comment' }, ['who', 'kind', 'words', 'advocate', 'check']],
    ['of a thank you asks for no advocate', '/', { kind: 'compliment' }, ['who', 'kind', 'words', 'check']],
    ['from /tell begins with the words', '/tell', { kind: 'complaint' }, ['words', 'kind', 'advocate', 'check']],
    ['from /tell with a thank you', '/tell', { kind: 'compliment' }, ['words', 'kind', 'check']],
    ['of somebody who has not said what it is yet', '/', {}, ['who', 'kind', 'words', 'advocate', 'check']],
  ])('%s', (_, path, answers, steps) => expect(wayFrom(path, answers)).toEqual(steps));

  test('back from a change at the check leads to the check at once', () => {
    const seen = ['who', 'kind', 'words', 'advocate'];
    expect(stepAfter({ answers: { kind: 'complaint' }, seen })).toBe(check);
  });

  test('of a thank you that became a complaint asks for the advocate after all', () => {
    const seen = ['who', 'kind', 'words'];
    expect(stepAfter({ answers: { kind: 'compliment' }, seen })).toBe(check);
    expect(stepAfter({ answers: { kind: 'complaint' }, seen })).toBe('advocate');
  });
});

describe('the way back', () => {
  test.each<[string, string, Answers, string | undefined]>([
    ['ends at the start', 'who', {}, undefined],
    ['from the words leads to what it is', 'words', {}, 'kind'],
    ['from the check leads to the advocate', 'check', { kind: 'complaint' }, 'advocate'],
    ['from the check of a thank you leads to the words', 'check', { kind: 'compliment' }, 'words'],
    ['from a step that nobody knows ends too', 'a step of a newer version', {}, undefined],
  ])('%s', (_, step, answers, before) => expect(stepBefore({ answers, step })).toBe(before));
});

describe('how far it is', () => {
  test.each<[string, Answers, { step: number; steps: number }]>([
    ['who', {}, { step: 1, steps: 5 }],
    ['words', { kind: 'complaint' }, { step: 3, steps: 5 }],
    ['words', { kind: 'compliment' }, { step: 3, steps: 4 }],
    ['check', { kind: 'compliment' }, { step: 4, steps: 4 }],
    ['check', { kind: 'comment' }, { step: 5, steps: 5 }],
  ])('at %s with %o', (step, answers, progress) => expect(progressOf({ answers, step })).toEqual(progress));
});

test('every step but the check is a question of its own', () => {
  const steps = wayFrom('/', { kind: 'complaint' });
  expect(steps.map((step) => questionOf(step)?.name ?? check)).toEqual(steps);
});

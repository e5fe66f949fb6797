import { describe, expect, test } from 'vitest';
import { answersThatCount, askedAgain, check, offered } from '../../src/app/journey.ts';
import type { Answers } from '../../src/device/answers.ts';

describe('what follows from an answer', () => {
  test.each<[string, string, Answers, Answers, string | undefined]>([
    ['is asked again when it was changed', 'reply', { replyBy: 'phone' }, { replyBy: 'email' }, 'reply-how'],
    ['is not when it stayed', 'reply', { replyBy: 'phone' }, { replyBy: 'phone' }, undefined],
    ['is asked again of another agreement', 'agrees', { agrees: 'yes' }, { agrees: 'not-asked' }, 'asked'],
    ['is nothing for most', 'court', { court: 'yes' }, { court: 'no' }, undefined],
    ['is nothing at the check', check, {}, { court: 'no' }, undefined],
  ])('%s', (_, step, before, after, again) => expect(askedAgain(step, before, after)).toBe(again));
});

test('what counts is not how a child was asked whom nobody asked, and no reason where the child agrees', () => {
  const asked = { askedBy: 'Jo', askedHow: 'At home', askedOn: '2026-11-20' };
  const told: Answers = { voice: 'advocate', kind: 'complaint', words: 'Some.' };
  const all = { ...told, ...asked, agreementWhy: 'Too young' };
  expect(answersThatCount({ answers: { ...all, agrees: 'not-asked' } })).toEqual({
    ...told,
    agrees: 'not-asked',
    agreementWhy: 'Too young',
  });
  expect(answersThatCount({ answers: { ...all, agrees: 'yes' } })).toEqual({ ...told, ...asked, agrees: 'yes' });
});

test.each(['compliment', 'comment'] as const)(
  'what counts is still that somebody is not safe in what became a %s',
  (kind) => {
    const answers: Answers = { kind, words: 'Some.', safe: 'no', whereNow: 'At the park' };
    expect(answersThatCount({ answers })).toEqual(answers);
    expect(offered({ answers })).toEqual(expect.arrayContaining(['safe', 'help-now']));
  },
);

import { describe, expect, test } from 'vitest';
import { Answers, isTyped, isWorthKeeping, saysSomething } from '../../src/device/answers.ts';

describe('a draft says something', () => {
  test.each<[string, Answers, boolean]>([
    ['with words', { words: 'Some.' }, true],
    ['with words that are only white space', { words: ' \n' }, false],
    ['with a choice', { safe: 'no' }, true],
    ['with somebody ticked', { mayTell: ['school'] }, true],
    ['with "ask me first", which takes back what was allowed', { mayTell: [] }, true],
    ['not with what was taken back again', { helperEnded: undefined }, false],
    ['with the name of a child', { voice: 'advocate', aboutName: 'Sam' }, true],
    ['not with who speaks and what it is alone', { voice: 'child', kind: 'complaint' }, false],
    ['not with a helper’s own details alone', { voice: 'advocate', helperName: 'Jo', helperContact: '0123' }, false],
    [
      'not with who is there, or what is kept for later',
      { withMe: 'someone', withMeWho: 'Mum', later: ['words'] },
      false,
    ],
    ['not when nothing was answered', {}, false],
  ])('%s', (_, answers, says) => expect(saysSomething(answers)).toBe(says));
});

test('what is typed is known from what is chosen', () => {
  expect(['words', 'name', 'replyTo', 'withMeWho'].filter(isTyped)).toHaveLength(4);
  expect(['service', 'safe', 'mayTell', 'marks', 'toString'].filter(isTyped)).toEqual([]);
});

test('a draft in which everything is kept for later is kept', () => {
  expect(isWorthKeeping({ voice: 'child', later: ['words'] })).toBe(true);
  expect(isWorthKeeping({ voice: 'child', later: [] })).toBe(false);
});

test('an answer of a newer version of the app stays where it is', () => {
  expect(Answers.parse({ words: 'Some.', fromTheFuture: { a: 1 } })).toEqual({
    words: 'Some.',
    fromTheFuture: { a: 1 },
  });
});

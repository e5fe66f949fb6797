import { describe, expect, test } from 'vitest';
import { Answers, saysSomething } from '../../src/device/answers.ts';

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
    ['not when nothing was answered', {}, false],
  ])('%s', (_, answers, says) => expect(saysSomething(answers)).toBe(says));
});

test('an answer of a newer version of the app stays where it is', () => {
  expect(Answers.parse({ words: 'Some.', fromTheFuture: { a: 1 } })).toEqual({
    words: 'Some.',
    fromTheFuture: { a: 1 },
  });
});

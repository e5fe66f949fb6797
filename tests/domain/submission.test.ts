import { describe, expect, test } from 'vitest';
import {
  AdditionV1,
  canonicalContent,
  PointName,
  Submission,
  SubmissionV1,
  saysMoreThanItsEvents,
} from '../../src/domain/submission.ts';

const addition = '44444444-4444-4444-8444-444444444444';
const at = '2026-11-20T21:14:00.000Z';

// As they left phones of each time. What was accepted once is accepted for ever.
const released: [string, object][] = [
  ['the first words', { version: 1, kind: 'complaint', words: 'She did not ring.' }],
  [
    'four voices',
    {
      ...{ version: 1, kind: 'complaint', words: 'He is alone.', voice: 'advocate', register: 'adult', language: 'en' },
      ...{ helper: { name: 'Jo' }, about: { who: 'child', name: 'Sam' }, whoseWords: 'child-typed-by-helper' },
      ...{ agreement: { agrees: 'partly', why: 'Not the name' }, helperMaySee: 'dates', helperKey: 'A'.repeat(43) },
      writtenAt: at,
    },
  ],
  ['pictures alone', { version: 1, kind: 'complaint', aboutWhat: 'school', feeling: 'sad', register: 'younger' }],
  ['an addition', { version: 1, addition, kind: 'complaint', mayTell: [] }],
  [
    'whose words, and said back',
    {
      ...{ version: 1, kind: 'complaint', words: 'She did not ring.', safe: 'yes' },
      typedBy: { who: 'My aunt', answers: { words: 'both', safe: 'someone', kind: 'me' } },
      saidBack: { at, points: [{ name: 'words', is: 'right' }, ...[{ name: 'safe', is: 'changed' }]] },
    },
  ],
];

test.each(released)('a phone with %s is still heard', (_, sent) => {
  expect(Submission.parse(sent)).toEqual(sent);
});

describe('whose words, and what was said back', () => {
  const said = { version: 1, kind: 'complaint', words: 'She did not ring.' } as const;
  const point = { name: 'words', is: 'shown' } as const;

  test.each<[string, object]>([
    ['of an answer that nobody could give', { typedBy: { answers: { shoeSize: 'me' } } }],
    ['of an answer by a name that no program must follow', { typedBy: JSON.parse('{"answers":{"__proto__":"me"}}') }],
    ['by somebody unheard of', { typedBy: { answers: { words: 'the-neighbour' } } }],
    ['by a name that cannot be seen', { typedBy: { who: ' ', answers: {} } }],
    ['of no point', { saidBack: { at, points: [] } }],
    ['without a time', { saidBack: { points: [point] } }],
    ['of more points than there are answers', { saidBack: { at, points: Array(100).fill(point) } }],
  ])('is refused %s', (_, more) => {
    expect(SubmissionV1.safeParse({ ...said, ...more }).success).toBe(false);
  });

  test('names every answer, and nothing that only goes with them', () => {
    expect(PointName.options).toEqual(
      expect.arrayContaining(['kind', 'words', 'message', 'voice', 'reply', 'feeling']),
    );
    for (const name of ['register', 'language', 'writtenAt', 'helperKey', 'typedBy', 'saidBack']) {
      expect(PointName.options).not.toContain(name);
    }
  });

  test('what was ticked, and when, makes no second content of two tabs; who typed it does', () => {
    const ticked = { ...said, saidBack: { at, points: [{ name: 'words', is: 'right' } as const] } };
    expect(canonicalContent(ticked)).toBe(canonicalContent(said));
    const typed = { ...said, typedBy: { answers: { words: 'someone' as const } } };
    expect(canonicalContent(typed)).not.toBe(canonicalContent(said));
  });

  test('says nothing by itself beside a message', () => {
    const message = {
      ...{ version: 1, addition, kind: 'complaint', message: 'When?' },
      ...{ typedBy: { answers: { message: 'me' } }, saidBack: { at, points: [{ name: 'message', is: 'shown' }] } },
    } as const;
    expect(saysMoreThanItsEvents(AdditionV1.parse(message))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { AdditionV1, SubmissionV1 } from '../../src/domain/submission.ts';

/** As phones have sent it since the first release: such a phone may come back after a year. */
const released: object[] = [
  { version: 1, kind: 'complaint', words: 'She did not ring.' },
  { version: 1, kind: 'compliment', words: 'Thank you.', voice: 'child', register: 'younger', language: 'en' },
  {
    ...{ version: 1, kind: 'complaint', words: 'Nobody came.', voice: 'young-person', register: 'older', safe: 'no' },
    ...{ whereNow: 'At school', advocate: 'yes', mayTell: ['school'], writtenAt: '2026-11-20T10:00:00.000Z' },
  },
  // By pictures, from their first release on.
  {
    ...{ version: 1, kind: 'complaint', voice: 'child', register: 'younger', aboutWhat: 'hurt-or-scared' },
    ...{ feeling: 'scared', better: 'it-stops', safe: 'not-sure', advocate: 'not-now' },
  },
  { version: 1, kind: 'compliment', voice: 'child', thankWhom: 'social-worker', whatWasGood: 'they-listened' },
  { version: 1, kind: 'complaint', aboutWhat: 'not-sure', words: 'It is my room.' },
];

describe('what one person tells', () => {
  it.each(released)('is accepted for ever: %j', (said) => {
    expect(SubmissionV1.safeParse(said).success).toBe(true);
  });

  it.each(['aboutWhat', 'feeling', 'better', 'thankWhom', 'whatWasGood'] as const)('needs no words with %s', (name) => {
    const [first] = SubmissionV1.shape[name].def.innerType.options;
    expect(SubmissionV1.safeParse({ version: 1, kind: 'complaint', [name]: first }).success).toBe(true);
  });

  it('needs words without a picture, whatever else was answered', () => {
    const { error } = SubmissionV1.safeParse({ version: 1, kind: 'complaint', voice: 'child', safe: 'yes' });
    expect(error?.issues[0]?.path).toEqual(['words']);
  });

  it('knows no other pictures', () => {
    expect(SubmissionV1.safeParse({ version: 1, kind: 'complaint', feeling: 'furious' }).success).toBe(false);
  });

  it('may be added to by a picture', () => {
    const addition = { version: 1, kind: 'complaint', addition: crypto.randomUUID(), feeling: 'ok' };
    expect(AdditionV1.safeParse(addition).success).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { answersThatCount } from '../../src/app/journey.ts';
import { notThisRoleOf } from '../../src/app/not-this-role.ts';
import { submissionOf } from '../../src/app/submission-of.ts';
import type { Answers } from '../../src/device/answers.ts';
import { newDraft } from '../../src/device/drafts.ts';

const sent = (answers: Answers) =>
  submissionOf(
    { ...newDraft('check', [], '2026-11-20T10:00:00.000Z'), answers },
    {
      writtenAt: '2026-11-20T10:00:00.000Z',
      language: 'en',
    },
  );

describe('who must not handle it, by role', () => {
  test.each<[string, Answers, string[]]>([
    ['is nobody by itself', { aboutWhat: 'school' }, []],
    ['is their social worker when it is about them, by a picture', { aboutWhat: 'social-worker' }, ['social-worker']],
    ['or in words', { person: 'My Social worker, Jo' }, ['social-worker']],
    ['in Welsh too', { person: 'Fy ngweithiwr cymdeithasol, Jo' }, ['social-worker']],
    ['and in Arabic', { person: 'الأخصائية الاجتماعية' }, ['social-worker']],
    ['is nobody for another worker', { person: 'gweithiwr ieuenctid' }, []],
    ['is what was chosen, whatever it is about', { aboutWhat: 'social-worker', notThisRole: ['school'] }, ['school']],
    ['is nobody when that was taken back', { aboutWhat: 'social-worker', notThisRole: [] }, []],
  ])('%s', (_, answers, expected) => {
    expect(notThisRoleOf(answers)).toEqual(expected);
  });

  test('is sent as it was shown, and not of a thank you', () => {
    const about: Answers = { kind: 'complaint', words: 'She did not ring.', person: 'My social worker' };
    expect(sent(about)).toMatchObject({ notThisRole: ['social-worker'] });
    expect(sent({ ...about, notThisRole: [] })).toMatchObject({ notThisRole: [] });
    expect(answersThatCount({ answers: { ...about, kind: 'compliment' } })).not.toHaveProperty('notThisRole');
    expect(sent({ kind: 'complaint', words: 'Nobody rang.' })).not.toHaveProperty('notThisRole');
  });
});

import { describe, expect, test } from 'vitest';
import { FaultyAnswer, submissionOf } from '../../src/app/submission-of.ts';
import type { Answers } from '../../src/device/answers.ts';
import type { Draft } from '../../src/device/drafts.ts';
import { aDraft, now } from '../device/this-device.ts';

const circumstances = { writtenAt: now, language: 'en' };

function sent(answers: Answers, part: Partial<Draft> = {}, more: { addition?: string; helperKey?: string } = {}) {
  const {
    writtenAt: _,
    language: __,
    ...said
  } = submissionOf(aDraft({ answers, ...part }), { ...circumstances, ...more });
  return said;
}

const small = { version: 1, kind: 'complaint', words: 'Some.' } as const;
const told: Answers = { kind: 'complaint', words: 'Some.' };

describe('what is sent', () => {
  test('is the kind and the words when that is all that was said', () => {
    expect(sent(told)).toEqual({ ...small, register: 'older' });
  });

  test('carries the phone’s clock and the language', () => {
    expect(submissionOf(aDraft({ answers: told }), circumstances)).toMatchObject({ writtenAt: now, language: 'en' });
  });

  test('leaves out what is empty, white space, or cannot be written', () => {
    expect(sent({ ...told, words: '  Some.\u0000 ', wanted: '   ', name: '\ud83d' })).toEqual({
      ...small,
      register: 'older',
    });
  });

  test('keeps emoji and right-to-left marks of a name as they are', () => {
    expect(sent({ ...told, name: '\u202eسام 🐢' })).toMatchObject({ name: '\u202eسام 🐢' });
  });

  test('is everything a parent said about a child', () => {
    const answers: Answers = {
      ...told,
      voice: 'parent-or-carer',
      safe: 'no',
      whereNow: 'At home',
      aboutWho: 'child',
      aboutName: 'Sam',
      relation: 'parent',
      knows: 'not-sure',
      wanted: 'A call.',
      notThisPerson: 'Her manager',
      court: 'yes',
      replyBy: 'phone',
      replyTo: '0123',
      replyWhen: 'After six',
      replyWhoElse: 'My son',
    };
    expect(sent(answers)).toEqual({
      ...small,
      register: 'adult',
      voice: 'parent-or-carer',
      safe: 'no',
      whereNow: 'At home',
      about: { who: 'child', name: 'Sam' },
      relation: 'parent',
      agreement: { knows: 'not-sure' },
      wanted: 'A call.',
      notThisPerson: 'Her manager',
      court: 'yes',
      reply: { by: 'phone', to: '0123', when: 'After six', whoElse: 'My son' },
    });
  });

  test('is everything an advocate said of the child’s agreement, and the SHA-256 of their own key', () => {
    const answers: Answers = {
      ...told,
      voice: 'advocate',
      helperName: 'Jo',
      helperOrganisation: 'Voices',
      helperContact: '0123',
      aboutName: 'Sam',
      whoseWords: 'child-typed-by-helper',
      agrees: 'partly',
      askedBy: 'Jo',
      askedHow: 'With pictures',
      askedOn: '2026-11-20',
      agreementWhy: 'Not the name',
      helperMaySee: 'dates',
    };
    const helperKey = 'A'.repeat(43);
    expect(sent(answers, {}, { helperKey })).toEqual({
      ...small,
      register: 'adult',
      voice: 'advocate',
      helper: { name: 'Jo', organisation: 'Voices', contact: '0123' },
      about: { who: 'child', name: 'Sam' },
      whoseWords: 'child-typed-by-helper',
      agreement: { agrees: 'partly', askedBy: 'Jo', how: 'With pictures', on: '2026-11-20', why: 'Not the name' },
      helperMaySee: 'dates',
      helperKey,
    });
  });

  test('says who may be told, and says so too when it is nobody', () => {
    expect(sent({ ...told, mayTell: ['school'] })).toMatchObject({ mayTell: ['school'] });
    expect(sent({ ...told, mayTell: [] })).toMatchObject({ mayTell: [] });
  });
});

test('what was said back goes with it, with the phone’s clock, without what stood there unanswered', () => {
  const points = [{ name: 'words', is: 'right' } as const, { name: 'voice', is: 'shown' } as const];
  expect(submissionOf(aDraft({ answers: told }), { ...circumstances, points }).saidBack).toEqual({
    at: now,
    points: [{ name: 'words', is: 'right' }],
  });
  expect(submissionOf(aDraft({ answers: told }), circumstances)).not.toHaveProperty('saidBack');
});

test('whose words an answer is goes with it, and nothing of who is there or what is kept for later', () => {
  const answers: Answers = { ...told, withMe: 'someone', marks: { words: 'both' }, later: ['wanted'], saidBack: {} };
  expect(sent(answers)).toEqual({ ...small, register: 'older', typedBy: { answers: { words: 'both' } } });
});

describe('an addition', () => {
  const addition = '0b3c5f0e-6d0a-4f0e-9d3b-1c2d3e4f5a6b';

  test('is only what is said now, under an id of its own', () => {
    expect(sent({ kind: 'complaint', advocate: 'yes' }, { isAddition: true }, { addition })).toEqual({
      version: 1,
      addition,
      kind: 'complaint',
      advocate: 'yes',
      register: 'older',
    });
  });
});

describe('an answer that cannot be sent', () => {
  test.each<[string, Answers, string]>([
    ['no words', { kind: 'complaint' }, 'words'],
    ['words that nobody can see', { kind: 'complaint', words: '\u200b' }, 'words'],
    ['too many words', { kind: 'complaint', words: 'a'.repeat(20_001) }, 'words'],
    ['a name of 201 letters', { ...told, name: 'a'.repeat(201) }, 'name'],
    ['a place that is too long', { ...told, safe: 'no', whereNow: 'a'.repeat(201) }, 'help-now'],
    ['a number that is too long', { ...told, replyBy: 'phone', replyTo: 'a'.repeat(201) }, 'reply-how'],
  ])('%s leads to its question', (_, answers, step) => {
    expect(() => sent(answers)).toThrow(FaultyAnswer);
    expect(() => sent(answers)).toThrow(expect.objectContaining({ step }));
  });
});

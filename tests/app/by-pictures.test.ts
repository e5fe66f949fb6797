import { describe, expect, test } from 'vitest';
import {
  answersThatCount,
  asked,
  askedAgain,
  check,
  isLast,
  needsWords,
  offered,
  stepAfter,
  stepBefore,
} from '../../src/app/journey.ts';
import type { Answers } from '../../src/device/answers.ts';

const child: Answers = { voice: 'child', kind: 'complaint' };

describe('a child in the younger register', () => {
  test('is asked by pictures before words, of a complaint', () => {
    expect(asked(child)).toEqual([...['who', 'kind', 'about-what', 'feeling', 'words', 'better', 'safe', 'advocate']]);
  });

  test('is asked by pictures before words, of a thank you', () => {
    expect(asked({ ...child, kind: 'compliment' })).toEqual(['who', 'kind', 'thank-whom', 'what-was-good', 'words']);
  });

  test('need not write once a picture was pressed', () => {
    expect(needsWords(child)).toBe(true);
    expect(needsWords({ ...child, feeling: 'sad' })).toBe(false);
    const seen = ['who', 'kind', 'about-what', 'feeling', 'words', 'better', 'safe', 'advocate'];
    expect(stepAfter({ answers: { ...child, feeling: 'sad' }, step: 'advocate', seen })).toBe(check);
    expect(stepAfter({ answers: child, step: 'advocate', seen })).toBe('words');
  });

  test('who is hurt or scared is asked at once whether they are safe, and goes back to where that was said', () => {
    const answers: Answers = { ...child, aboutWhat: 'hurt-or-scared' };
    expect(stepAfter({ answers, step: 'about-what', seen: ['who', 'kind', 'about-what'] })).toBe('safe');
    expect(stepBefore({ answers, step: 'safe' })).toBe('about-what');
    const unsafe: Answers = { ...answers, safe: 'not-sure' };
    expect(asked(unsafe).slice(2, 6)).toEqual(['about-what', 'safe', 'help-now', 'feeling']);
    // Said later, at the check, it is asked again.
    expect(askedAgain('about-what', { ...child, aboutWhat: 'school' }, answers)).toBe('safe');
    expect(askedAgain('about-what', answers, { ...child, aboutWhat: 'school' })).toBe(undefined);
  });

  test('sends a thank you from its last question, and only once', () => {
    const place = { answers: { ...child, kind: 'compliment', whatWasGood: 'we-had-fun' } as Answers, step: 'words' };
    const seen = ['who', 'kind', 'thank-whom', 'what-was-good'];
    expect(isLast({ ...place, seen })).toBe(true);
    // Gone back to from the check, or begun at the words with more to be asked.
    expect(isLast({ ...place, seen: [...seen, 'words'] })).toBe(false);
    expect(isLast({ ...place, seen: ['who'] })).toBe(false);
    expect(isLast({ ...place, answers: { ...place.answers, register: 'older' }, seen })).toBe(false);
  });
});

describe('everybody else', () => {
  test.each<Answers>([
    { ...child, voice: 'young-person' },
    { ...child, register: 'older' },
    { ...child, voice: 'parent-or-carer', register: 'younger' },
    { ...child, voice: 'advocate', register: 'younger' },
  ])('is asked no pictures: %j', (answers) => {
    const names = [...asked(answers), ...offered({ answers })];
    expect(names.filter((name) => ['about-what', 'feeling', 'better'].includes(name))).toEqual([]);
  });

  test('who chose other words meanwhile still says what was pressed, and can change it', () => {
    const answers: Answers = { ...child, register: 'older', feeling: 'sad' };
    expect(answersThatCount({ answers })).toMatchObject({ feeling: 'sad' });
    expect(offered({ answers })).toContain('feeling');
    expect(asked(answers)).not.toContain('feeling');
  });

  test('whose thing turned into another kind does not say what belonged to the first', () => {
    expect(answersThatCount({ answers: { ...child, kind: 'compliment', feeling: 'sad' } })).not.toHaveProperty(
      'feeling',
    );
  });
});

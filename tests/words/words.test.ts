import { describe, expect, test } from 'vitest';
import { createWords } from '../../src/words/words.ts';

const texts = {
  plain: 'The same for all.',
  title: 'For the older.',
  title_younger: 'For the younger.',
  title_adult: 'For adults.',
  days_zero: 'today',
  days_one: 'in {{count}} day',
  days_other: 'in {{count}} days',
  named: 'You wrote {{words}}.',
  inner: { text: 'Deep inside.' },
};
const english = (register?: string) => createWords(texts, { language: 'en', ...(register && { register }) });

describe('registers', () => {
  test.each([
    ['younger', 'For the younger.'],
    ['older', 'For the older.'],
    ['adult', 'For adults.'],
    ['one that nobody knows', 'For the older.'],
    [undefined, 'For the older.'],
  ])('%s', (register, text) => expect(english(register).t('title')).toBe(text));

  test.each(['younger', 'older', 'adult'])('a text without a form for %s is the same for all', (register) => {
    expect(english(register).t('plain')).toBe('The same for all.');
    expect(english(register).t('days', { count: 2 })).toBe('in 2 days');
  });
});

test.each([
  [0, 'today'],
  [1, 'in 1 day'],
  [2, 'in 2 days'],
  [21, 'in 21 days'],
])('%i is said as English says it', (count, text) => expect(english().t('days', { count })).toBe(text));

test('Arabic has its own six ways to count', () => {
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
  const arabic = createWords(Object.fromEntries(forms.map((form) => [`n_${form}`, form])), { language: 'ar' });
  expect([0, 1, 2, 3, 11, 100].map((count) => arabic.t('n' as never, { count }))).toEqual(forms);
});

test('what somebody wrote is not escaped: what draws it does that', () => {
  const words = '<b>"I" & \'you\'</b>';
  expect(english().t('named', { words })).toBe(`You wrote ${words}.`);
});

test('what somebody wrote is never taken for a text or a filling of ours', () => {
  expect(english().t('named', { words: '$t(plain) {{words}} {{count}}' })).toBe(
    'You wrote $t(plain) {{words}} {{count}}.',
  );
});

test('a text inside another is reached by its path', () => {
  expect(english().t('inner.text')).toBe('Deep inside.');
});

describe('dates', () => {
  test.each([
    ['2026-11-25', 'Wednesday 25 November'],
    ['2027-01-01', 'Friday 1 January'],
    ['2028-02-29', 'Tuesday 29 February'],
    ['2026-06-15', 'Monday 15 June'],
  ])('%s is said without a year or a comma', (date, said) => expect(english().date(date)).toBe(said));

  test('of another language are in its words', () => {
    expect(createWords({}, { language: 'pl' }).date('2026-11-25')).toBe('środa 25 listopada');
    expect(createWords({}, { language: 'ro' }).date('2026-11-25')).toBe('miercuri 25 noiembrie');
  });
});

describe('the direction of reading', () => {
  test.each(['ar', 'fa', 'ur', 'he', 'ps', 'ckb'])('%s is from the right', (language) => {
    expect(createWords({}, { language }).direction).toBe('rtl');
  });
  test.each(['en', 'cy', 'pl', 'ro'])('%s is from the left', (language) => {
    expect(createWords({}, { language }).direction).toBe('ltr');
  });
});

test('two languages at once do not disturb each other', () => {
  const one = createWords({ hello: 'Hello' }, { language: 'en' });
  const other = createWords({ hello: 'Helo' }, { language: 'cy' });
  expect([one.t('hello'), other.t('hello'), one.language, other.language]).toEqual(['Hello', 'Helo', 'en', 'cy']);
});

describe('a language that lacks a text', () => {
  const half = createWords({ plain: 'Yr un i bawb.' }, { language: 'cy', english: texts });

  test('says it in English, in the register that is spoken', () => {
    expect(half.t('plain')).toBe('Yr un i bawb.');
    expect(half.t('inner.text' as never)).toBe('Deep inside.');
    expect(half.as('younger').t('title' as never)).toBe('For the younger.');
  });

  test('never says a form of English where it has the text itself', () => {
    const own = createWords({ title: 'I’r rhai hŷn.' }, { language: 'cy', english: texts });
    expect(own.as('adult').t('title')).toBe('I’r rhai hŷn.');
  });
});

test('what is filled into words from the right is set apart, so that a number keeps its order', () => {
  const arabic = createWords({ ring: 'اتصال {{number}}', step: '{{step}} من 5' }, { language: 'ar' });
  expect(arabic.t('ring', { number: '0800 1111' })).toBe('اتصال \u2068' + '0800 1111' + '\u2069');
  expect(arabic.t('step', { step: 2 })).toBe('2 من 5');
});

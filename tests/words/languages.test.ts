import council from 'virtual:council';
import { describe, expect, test } from 'vitest';
import table from '../../locales/languages.json' with { type: 'json' };
import { datesIn } from '../../src/words/dates.ts';
import { languageOf } from '../../src/words/languages.ts';
import { type Text, type Texts, textsIn } from './texts.ts';

const files = import.meta.glob<Texts>('../../locales/*/*.json', { import: 'default', eager: true });
const fileOf = (language: string, name: string): Texts => files[`../../locales/${language}/${name}`] ?? {};
const others = [...new Set(Object.keys(files).map((file) => file.split('/').at(-2) ?? ''))].filter(
  (each) => each !== 'en',
);

const plural = /_(zero|one|two|few|many|other)$/;
const register = /^_(younger|adult)/;
const isPlural = ({ ending }: Text) => plural.test(ending);

/** What a language must say, as `key` with a register: `sent.reference_younger`. Plurals are each language's own. */
const stems = (texts: Text[]) =>
  new Set(texts.map(({ key, ending }) => key + (ending.startsWith('_') ? ending.replace(plural, '') : '')));
const places = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join();

test('there are other languages than English, and each that is offered says what it is called', () => {
  expect(others.length).toBeGreaterThan(1);
  for (const language of [...others, ...council.languages]) expect(Object.keys(table)).toContain(language);
});

describe.each(others)('%s', (language) => {
  describe.each(['app.json', 'pages.json', 'demo.json', 'poster.json'])('%s', (name) => {
    const english = textsIn(fileOf('en', name));
    const texts = textsIn(fileOf(language, name));
    const known = stems(texts);

    test('lacks no text, and no register’s form of one', () => {
      expect([...stems(english)].filter((stem) => !known.has(stem))).toEqual([]);
    });

    test('has no text that English does not have', () => {
      const keys = new Set(english.map(({ key }) => key));
      expect(texts.filter(({ key }) => !keys.has(key)).map(({ key }) => key)).toEqual([]);
    });

    // A language may need a register's form where English does not: Welsh has two words for "you".
    test('has no other forms than those of a register or a plural', () => {
      const odd = texts.filter(({ ending }) => ending.replace(register, '').replace(plural, '') !== '');
      expect(odd.map(({ key, ending }) => key + ending)).toEqual([]);
    });

    test('counts as this language counts, wherever English counts', () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      const counted = new Set(english.filter(isPlural).map(({ key }) => key));
      for (const key of counted) {
        const forms = texts.filter((each) => each.key === key && isPlural(each)).map(({ ending }) => ending.slice(1));
        expect(forms.toSorted(), key).toEqual(pluralCategories.toSorted());
      }
      expect(texts.filter((each) => isPlural(each) && !counted.has(each.key))).toEqual([]);
    });

    test('is filled with the same things as English', () => {
      const filled = new Map(english.map(({ key, text }) => [key, places(text)]));
      const wrong = texts.filter(({ key, ending, text }) => {
        // "One day", "two days" and "today" need no number.
        const isSaidInWords = /_(zero|one|two)$/.test(ending) && !text.includes('{{');
        return !isSaidInWords && places(text) !== filled.get(key);
      });
      expect(wrong.map(({ key, ending }) => key + ending)).toEqual([]);
    });

    test('leaves nothing in English', () => {
      const said = new Map(english.map(({ key, ending, text }) => [key + ending, text]));
      const same = texts.filter(({ key, ending, text }) => text === said.get(key + ending));
      // A name of one word, and the name of a file.
      expect(same.map(({ text }) => text).filter((text) => !/^[\w.-]+$/.test(text))).toEqual([]);
    });

    test('has no text that is empty, or there twice', () => {
      expect(texts.filter(({ text }) => !text.trim())).toEqual([]);
      expect(new Set(texts.map(({ key, ending }) => key + ending)).size).toBe(texts.length);
    });

    // Telephone numbers and figures are never translated away, nor into other digits.
    test('says the same figures', () => {
      const figures = (text: string) => (text.match(/\d+/g) ?? []).toSorted().join();
      const said = new Map(english.map(({ key, ending, text }) => [key + ending, figures(text)]));
      const wrong = texts.filter(({ key, ending, text }) => (said.get(key + ending) ?? '') !== figures(text));
      expect(wrong.filter(({ key, ending }) => said.has(key + ending)).map(({ key }) => key)).toEqual([]);
    });
  });

  test('dates are named here only where a browser cannot, and then all of them', () => {
    const { weekdays, months } = languageOf(language);
    const isKnown = Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
    expect([weekdays?.length, months?.length]).toEqual(isKnown ? [undefined, undefined] : [7, 12]);
  });
});

// In English it is looked for in keys.test.ts.
test.each([
  ['cy', /\b(bydd|byddwn|byddan|addo|addewid|bob amser|wastad)\b/i],
  ['ar', /سوف|نعدك|نضمن|دائم/],
])('%s promises nothing', (language, promise) => {
  const all = ['app.json', 'pages.json'].flatMap((name) => textsIn(fileOf(language, name)));
  expect(all.filter(({ text }) => promise.test(text))).toEqual([]);
  expect(all.length).toBeGreaterThan(500);
});

test.each([
  ['cy', '2026-11-25', 'dydd Mercher 25 Tachwedd', '25 Tachwedd 2026'],
  ['cy', '2027-01-03', 'dydd Sul 3 Ionawr', '3 Ionawr 2027'],
  ['cy', '2028-02-29', 'dydd Mawrth 29 Chwefror', '29 Chwefror 2028'],
  ['ar', '2026-11-25', 'الأربعاء 25 نوفمبر', '25 نوفمبر 2026'],
])('in %s, %s is %s', (language, date, near, whole) => {
  expect(datesIn(language, 'near')(date)).toBe(near);
  expect(datesIn(language, 'whole')(date)).toBe(whole);
});

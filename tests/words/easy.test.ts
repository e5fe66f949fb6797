import { describe, expect, test } from 'vitest';
import app from '../../locales/en/app.json' with { type: 'json' };
import pages from '../../locales/en/pages.json' with { type: 'json' };
import { gradeOf, longestSentence, sentencesOf } from './reading-age.ts';
import { type Text, type Texts, textsIn } from './texts.ts';

/** A grade of school is read at its number and five years: grade 4 is nine years old. */
const hardest = 4;
const hardestForYounger = 2;
/** Adults are told of law and procedure, and still as plainly as it can be said: grade 7 is twelve years old. */
const hardestForAdults = 7;
const mostWords = 15;

/** What somebody meets in one register: its own form of each text where there is one, else the form for all. */
function spokenIn(register: 'younger' | 'older' | 'adult'): Text[] {
  const forms = Map.groupBy(textsIn(app), ({ key }) => key);
  const isOwn = ({ ending }: Text) => ending.startsWith(`_${register}`);
  const isForAll = ({ ending }: Text) => !/^_(younger|adult)/.test(ending);
  return [...forms.values()].flatMap((texts) => (texts.some(isOwn) ? texts.filter(isOwn) : texts.filter(isForAll)));
}

/** What stands on one screen together. What stands on every screen is a screen of its own here. */
function screenOf({ key }: Text): string {
  return key.includes('.') ? (key.split('.')[0] ?? '') : 'every screen';
}

describe('the measure', () => {
  test('knows easy from hard', () => {
    expect(gradeOf(['The cat sat on the mat.'])).toBeLessThan(1);
    expect(gradeOf(['You should get an answer.'])).toBeLessThan(4);
    expect(
      gradeOf(['Your representations were determined inadmissible by the adjudicating authority.']),
    ).toBeGreaterThan(16);
  });

  test('counts a text without a full stop as a sentence, and every sentence of a text', () => {
    expect(sentencesOf('Hello. Who are you?')).toEqual(['Hello.', 'Who are you?']);
    expect(sentencesOf('Something is wrong')).toEqual(['Something is wrong']);
    expect(longestSentence('One two three. One two.')).toBe(3);
  });
});

describe.each([
  ['younger', 'a child of seven', hardestForYounger],
  ['older', 'a child of nine', hardest],
  ['adult', 'an adult in a hurry', hardestForAdults],
] as const)('in the %s register %s can read', (register, _, limit) => {
  const spoken = spokenIn(register);
  const screens = [...Map.groupBy(spoken, screenOf)];

  test.each(spoken.map((text) => [text.key + text.ending, text.text]))('%s: no sentence is long', (_key, text) => {
    expect(longestSentence(text)).toBeLessThanOrEqual(mostWords);
  });

  test.each(screens)('the screen "%s"', (_key, texts) => {
    expect(gradeOf(texts.map(({ text }) => text))).toBeLessThanOrEqual(limit);
  });

  // Buttons and headings are short, and would make hard sentences beside them look easy.
  test.each(screens.filter(([, texts]) => texts.some(isSentence)))(
    'the whole sentences alone of "%s"',
    (_key, texts) => {
      expect(gradeOf(texts.filter(isSentence).map(({ text }) => text))).toBeLessThanOrEqual(limit);
    },
  );
});

describe('a child of seven', () => {
  // One hard text among easy ones is still a text that a child of seven cannot read.
  test.each(spokenIn('younger').filter(isSentence))(
    '$key is never harder than what a child of nine can read',
    ({ text }) => {
      expect(gradeOf([text])).toBeLessThanOrEqual(hardest);
    },
  );

  // What stands on every page that is only read, in one form for all.
  test('can read what the pages say to everybody', () => {
    const { brand, start, ring, write, visit, registers } = pages;
    const all = [brand, start, ring, write, visit, registers.legend, registers.younger];
    expect(gradeOf(all)).toBeLessThanOrEqual(hardestForYounger);
  });
});

describe.each([
  ['younger', hardestForYounger],
  ['older', hardest],
  ['adult', hardestForAdults],
] as const)('each page that is only read, in the words for %s', (register, limit) => {
  const each = (['privacy', 'what-happens', 'accessibility', 'about'] as const).map((name) => {
    const written: Texts = pages[name][register];
    return { name, texts: textsIn(written) };
  });

  test.each(each)('$name can be read', ({ texts }) => {
    expect(gradeOf(texts.map(({ text }) => text))).toBeLessThanOrEqual(limit);
    // Headings and points are short, and would make hard sentences beside them look easy.
    expect(gradeOf(texts.filter(isSentence).map(({ text }) => text))).toBeLessThanOrEqual(limit);
  });

  test.each(each)('$name has no long sentence', ({ texts }) => {
    expect(texts.filter(({ text }) => longestSentence(text) > mostWords)).toEqual([]);
    expect(texts.length).toBeGreaterThan(4);
  });
});

function isSentence({ text }: Text): boolean {
  return /[.?!]$/.test(text);
}

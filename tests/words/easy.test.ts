import { describe, expect, test } from 'vitest';
import app from '../../locales/en/app.json' with { type: 'json' };
import demo from '../../locales/en/demo.json' with { type: 'json' };
import pages from '../../locales/en/pages.json' with { type: 'json' };
import poster from '../../locales/en/poster.json' with { type: 'json' };
import { gradeOf, longestSentence, sentencesOf } from './reading-age.ts';
import { hardest, screenOf, spokenIn, type Text, type Texts, textsIn } from './texts.ts';

const mostWords = 15;

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
  ['younger', 'a child of seven'],
  ['older', 'a child of nine'],
  ['adult', 'an adult in a hurry'],
] as const)('in the %s register %s can read', (register, _) => {
  const limit = hardest[register];
  const spoken = spokenIn(app, register);
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
  test.each(spokenIn(app, 'younger').filter(isSentence))(
    '$key is never harder than what a child of nine can read',
    ({ text }) => {
      expect(gradeOf([text])).toBeLessThanOrEqual(hardest.older);
    },
  );

  // What stands on every page that is only read, in one form for all.
  test('can read what the pages say to everybody', () => {
    const { brand, start, ring, write, visit, registers } = pages;
    const all = [brand, start, ring, write, visit, registers.legend, registers.younger];
    expect(gradeOf(all)).toBeLessThanOrEqual(hardest.younger);
  });

  test('can read that nothing told in a demonstration reaches anybody', () => {
    expect(gradeOf([demo.app])).toBeLessThanOrEqual(hardest.younger);
    expect(longestSentence(demo.app)).toBeLessThanOrEqual(mostWords);
  });
});

describe.each([
  ['younger', hardest.younger],
  ['older', hardest.older],
  ['adult', hardest.adult],
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

test('a child of nine can read the poster, each line of it', () => {
  const texts = textsIn(poster);
  expect(gradeOf(texts.map(({ text }) => text))).toBeLessThanOrEqual(hardest.younger);
  for (const { text } of texts) expect(longestSentence(text), text).toBeLessThanOrEqual(mostWords);
  for (const text of texts.filter(isSentence))
    expect(gradeOf([text.text]), text.text).toBeLessThanOrEqual(hardest.older);
});

function isSentence({ text }: Text): boolean {
  return /[.?!]$/.test(text);
}

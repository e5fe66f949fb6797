import { describe, expect, test } from 'vitest';
import app from '../../locales/en/app.json' with { type: 'json' };
import { gradeOf, longestSentence, sentencesOf } from './reading-age.ts';
import { type Text, textsIn } from './texts.ts';

/** A grade of school is read at its number and five years: grade 4 is nine years old. */
const hardest = 4;
const mostWords = 15;

// What the older read: every text without a register's ending.
const older = textsIn(app).filter(({ ending }) => !/_(younger|adult)$/.test(ending));

/** What stands on one screen together. What stands on every screen is a screen of its own here. */
function screenOf({ key }: Text): string {
  return key.includes('.') ? (key.split('.')[0] ?? '') : 'every screen';
}
const screens = [...Map.groupBy(older, screenOf)];

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

test.each(older.map((text) => [text.key + text.ending, text.text]))('%s: no sentence is long', (_, text) => {
  expect(longestSentence(text)).toBeLessThanOrEqual(mostWords);
});

describe('a child of nine can read', () => {
  test.each(screens)('the screen "%s"', (_, texts) => {
    expect(gradeOf(texts.map(({ text }) => text))).toBeLessThanOrEqual(hardest);
  });

  // Buttons and headings are short, and would make hard sentences beside them look easy.
  test.each(screens.filter(([, texts]) => texts.some(isSentence)))('the whole sentences alone of "%s"', (_, texts) => {
    expect(gradeOf(texts.filter(isSentence).map(({ text }) => text))).toBeLessThanOrEqual(hardest);
  });
});

function isSentence({ text }: Text): boolean {
  return /[.?!]$/.test(text);
}

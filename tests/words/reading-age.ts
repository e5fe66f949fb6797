import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * How hard English is to read. Names of days and months and telephone numbers are known by themselves: a date counts
 * as "Monday", a number as nothing. A council and its team are called what they are.
 */
const fillings: Record<string, string> = {
  date: 'Monday',
  from: 'Monday',
  phone: '',
  number: '',
  emergency: '',
  reference: '',
  version: '',
  website: '',
  council: 'the council',
  team: 'the complaints team',
};

/**
 * Names that must stand as they are, because it is by them that a thing is looked for; whoever cannot read one still
 * finds their way by the words beside it. The law has every public service name its statement so.
 */
const names = /\bAccessibility\b/g;

/** The sentences of a text, filled. A text without a full stop, such as a heading, is one. */
export function sentencesOf(text: string): string[] {
  const filled = text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => fillings[name] ?? '3');
  return filled
    .replaceAll(names, 'Monday')
    .split(/(?<=[.?!])\s+/)
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/** In words. */
export function longestSentence(text: string): number {
  return Math.max(0, ...sentencesOf(text).map((sentence) => wordsOf(sentence).length));
}

/** The grade of school in the United States (Flesch–Kincaid) at which these texts together are read. */
export function gradeOf(texts: string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.map((word) => syllable(word)).reduce((all, each) => all + each, 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
}

function wordsOf(sentence: string): string[] {
  return sentence.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
}

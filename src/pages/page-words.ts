import english from '../../locales/en/pages.json' with { type: 'json' };
import { createWords, type Words } from '../words/words.ts';

/** One heading and what stands under it: paragraphs, and lists of points. */
export interface Section {
  title: string;
  [part: string]: string | { [point: string]: string };
}

/** A page as it stands in locales: the same subject told three times, because adults need to be told other things. */
interface PageTexts {
  name: string;
  title: string;
  younger: { [section: string]: Section };
  older: { [section: string]: Section };
  adult: { [section: string]: Section };
}

export const registers = ['younger', 'older', 'adult'] as const;
export type Register = (typeof registers)[number];

const { privacy, accessibility, about } = english;

/** The pages, each by its address without the slash. */
export const pageTexts = { privacy, 'what-happens': english['what-happens'], accessibility, about } satisfies Record<
  string,
  PageTexts
>;
export type PageName = keyof typeof pageTexts;

/** The sections of one page in the words of one register, in their order. */
export function sectionsOf(page: PageName, register: Register): [string, Section][] {
  const texts: PageTexts = pageTexts[page];
  return Object.entries(texts[register]);
}

// The sections are gone through, not named one by one in code: their keys are any texts.
type AnyTexts = Record<string, string>;

/** The words of the pages that are only read. They are never part of the app's script. */
export const pageWords: Words<string> = createWords(english as object as AnyTexts, {
  language: 'en',
  register: 'older',
});

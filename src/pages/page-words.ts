import english from '../../locales/en/pages.json' with { type: 'json' };
import { knowLanguage, speakTo } from '../words/app-words.ts';
import { builtIn } from '../words/languages.ts';
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

/** The pages in English, each by its address without the slash. */
const englishPages = { privacy, 'what-happens': english['what-happens'], accessibility, about } satisfies Record<
  string,
  PageTexts
>;
export type PageName = keyof typeof englishPages;
export const pageNames = Object.keys(englishPages) as PageName[];

// The sections are gone through, not named one by one in code: their keys are any texts.
type AnyTexts = Record<string, string>;
type AllPages = Record<PageName, PageTexts>;

// These words are never part of the app's script, so all of them may be at hand.
const pageFiles = import.meta.glob<AllPages>('../../locales/*/pages.json', { import: 'default', eager: true });
const appFiles = import.meta.glob<object>('../../locales/*/app.json', { import: 'default', eager: true });

interface Spoken {
  texts: AllPages;
  words: Words<string>;
}

const inEnglish: Spoken = { texts: englishPages, words: wordsIn(builtIn, english) };
let spoken = inEnglish;

/** From here on, the pages and what they use of the app's words are in this language, if somebody has written it. */
export function writeIn(language: string): void {
  const texts = pageFiles[`../../locales/${language}/pages.json`];
  const ofTheApp = appFiles[`../../locales/${language}/app.json`];
  if (!texts || !ofTheApp)
    throw new Error(`The pages are not written in "${language}": locales/${language}/pages.json`);
  if (language !== builtIn) knowLanguage(language, ofTheApp);
  speakTo('older', language);
  spoken = language === builtIn ? inEnglish : { texts, words: wordsIn(language, texts) };
}

function wordsIn(language: string, texts: object): Words<string> {
  return createWords(texts as AnyTexts, { language, register: 'older', english });
}

/**
 * The sections of one page in the words of one register, in their order, which is that of the English. One that a
 * language lacks stands there in English.
 */
export function sectionsOf(page: PageName, register: Register): [string, Section][] {
  const written: AllPages = englishPages;
  const translated = spoken.texts[page]?.[register];
  return Object.entries(written[page][register]).map(([name, section]) => [name, translated?.[name] ?? section]);
}

/** The words of the pages that are only read, in the language they are being written in. */
export const pageWords: Pick<Words<string>, 't' | 'language' | 'direction'> = {
  t: (key, filling) => spoken.words.t(key, filling),
  get language() {
    return spoken.words.language;
  },
  get direction() {
    return spoken.words.direction;
  },
};

/** What English says, where that must stand beside another language. */
export const inEnglishToo = inEnglish.words.t;

import english from '../../locales/en/app.json' with { type: 'json' };
import { builtIn } from './languages.ts';
import { createWords, type KeyOf, type Words } from './words.ts';

type AppTexts = typeof english;
export type AppKey = KeyOf<AppTexts>;
export type AppWords = Words<AppKey>;

// Each is a file of its own, fetched when it is chosen and put away for use without a network.
const files = import.meta.glob<AppTexts>(['../../locales/*/app.json', '!../../locales/en/app.json'], {
  import: 'default',
});

let spoken: AppWords = createWords(english, { language: builtIn });
const known = new Map([[builtIn, spoken]]);

/** The app's own words, in the language and the register of whoever speaks. */
export const appWords: Omit<AppWords, 'as'> = {
  t: (key, filling) => spoken.t(key, filling),
  date: (date) => spoken.date(date),
  get language() {
    return spoken.language;
  },
  get register() {
    return spoken.register;
  },
  get direction() {
    return spoken.direction;
  },
};

/** Fetches the words of a language, once. Rejects when they cannot be had now, or when nobody has written them. */
export async function bringLanguage(language: string): Promise<void> {
  if (known.has(language)) return;
  const bring = files[`../../locales/${language}/app.json`];
  if (!bring) throw new Error(`There are no words for "${language}".`);
  knowLanguage(language, await bring());
}

/** The same where they are at hand: while pages are built. */
export function knowLanguage(language: string, texts: object): void {
  known.set(language, createWords(texts as AppTexts, { language, english }));
}

/**
 * From the next drawing on, everything is said in this register and language: said first thing when the app is drawn.
 *
 * @param language one that was brought; another changes nothing
 */
export function speakTo(register: string, language: string = spoken.language): void {
  spoken = (known.get(language) ?? spoken).as(register);
}

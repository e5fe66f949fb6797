import { createInstance } from 'i18next';

/** Every key of a file of words, as i18next writes it: `who.title`. Registers and plurals are endings, not keys. */
export type KeyOf<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Plain<Key> : `${Key}.${KeyOf<Texts[Key]>}`;
}[keyof Texts & string];

type Plain<Key extends string> = Key extends `${infer Stem}_${string}` ? Stem : Key;

/** What a text is filled with; `count` also picks its plural. */
export type Filling = Record<string, string | number>;

/** How the app speaks: one language, one register. */
export interface Words<Key extends string> {
  t: (key: Key, filling?: Filling) => string;
  /** An ISO date as people say it: "Wednesday 25 November". */
  date: (date: string) => string;
  language: string;
  direction: 'ltr' | 'rtl';
  register: string;
  /** The same words in another register. */
  as: (register: string) => Words<Key>;
}

const rightToLeft = new Set(['ar', 'fa', 'ur', 'he', 'ps', 'ckb']);

/**
 * Makes the words of one language ready, at once and without asking anybody.
 *
 * @param register picks the `_younger` or `_adult` form of a text where it has one
 */
export function createWords<Texts extends object>(
  texts: Texts,
  { language, register }: { language: string; register?: string },
): Words<KeyOf<Texts>> {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    resources: { [language]: { translation: texts } },
    initAsync: false,
    // Preact escapes what it shows; escaping twice would show the escapes.
    interpolation: { escapeValue: false },
  });
  // Made with the first date: it costs a slow phone more than all its words, and the first screen says no date.
  let dates: Intl.DateTimeFormat | undefined;
  const as = (spoken: string): Words<KeyOf<Texts>> => ({
    t: (key, filling) => i18n.t(String(key), { context: spoken === 'older' ? '' : spoken, ...filling }),
    date: (date) => {
      dates ??= datesOf(language);
      // The comma after the weekday reads as a pause that nobody makes.
      return dates.format(new Date(date)).replace(',', '');
    },
    language,
    direction: rightToLeft.has(language) ? 'rtl' : 'ltr',
    register: spoken,
    as,
  });
  return as(register ?? 'older');
}

// Without the year: nearly every date here is within one, and fewer words are easier.
function datesOf(language: string): Intl.DateTimeFormat {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
}

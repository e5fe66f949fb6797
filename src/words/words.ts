import { datesIn } from './dates.ts';
import { findText } from './find-text.ts';
import { builtIn, directionOf } from './languages.ts';

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

/**
 * Makes the words of one language ready, at once and without asking anybody.
 *
 * @param register picks the `_younger` or `_adult` form of a text where it has one
 * @param english stands in for a text that the language lacks
 */
export function createWords<Texts extends object>(
  texts: Texts,
  { language, register, english }: { language: string; register?: string; english?: object },
): Words<KeyOf<Texts>> {
  const sources = [{ texts, language }, ...(english ? [{ texts: english, language: builtIn }] : [])];
  // Made with the first date: it costs a slow phone more than all its words, and the first screen says no date.
  let dates: ((date: string) => string) | undefined;
  const direction = directionOf(language);
  const filled = direction === 'rtl' ? setApart : (filling?: Filling) => filling;
  const as = (spoken: string): Words<KeyOf<Texts>> => ({
    t: (key, filling) => fill(findText(sources, key, spoken, filling?.count), filled(filling)),
    date: (date) => {
      dates ??= datesIn(language, 'near');
      return dates(date);
    },
    language,
    direction,
    register: spoken,
    as,
  });
  return as(register ?? 'older');
}

// Once over the text: what somebody wrote is never looked into. Nothing is escaped, for what draws it does that.
function fill(text: string, filling: Filling = {}): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => String(filling[name] ?? place));
}

// A telephone number among words from the right would be read in its groups from the right too, and so be another.
// These two signs are Unicode's: what stands between them keeps its own direction.
function setApart(filling?: Filling): Filling | undefined {
  if (!filling) return undefined;
  const parts = Object.entries(filling).map(([name, value]) => [
    name,
    typeof value === 'string' ? `\u2068${value}\u2069` : value,
  ]);
  return Object.fromEntries(parts);
}

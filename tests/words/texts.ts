/** A file of words, as it stands in locales. */
export interface Texts {
  [key: string]: string | Texts;
}

export interface Text {
  /** As i18next writes it: `who.title`. */
  key: string;
  /** What stands behind the key for a register or a plural: `_adult`, `_one`, or nothing. */
  ending: string;
  text: string;
}

export function textsIn(texts: Texts, before = ''): Text[] {
  return Object.entries(texts).flatMap(([name, value]) => {
    if (typeof value !== 'string') return textsIn(value, `${before}${name}.`);
    const [stem = '', ...endings] = name.split('_');
    return { key: before + stem, ending: endings.map((each) => `_${each}`).join(''), text: value };
  });
}

/**
 * A grade of school is read at its number and five years: grade 4 is nine years old. Adults are told of law and
 * procedure, and still as plainly as it can be said: grade 7 is twelve years old.
 */
export const hardest = { younger: 2, older: 4, adult: 7 };

/** What somebody meets in one register: its own form of each text where there is one, else the form for all. */
export function spokenIn(texts: Texts, register: keyof typeof hardest): Text[] {
  const forms = Map.groupBy(textsIn(texts), ({ key }) => key);
  const isOwn = ({ ending }: Text) => ending.startsWith(`_${register}`);
  const isForAll = ({ ending }: Text) => !/^_(younger|adult)/.test(ending);
  return [...forms.values()].flatMap((each) => (each.some(isOwn) ? each.filter(isOwn) : each.filter(isForAll)));
}

/** What stands on one screen together. What stands on every screen is a screen of its own here. */
export function screenOf({ key }: Text): string {
  return key.includes('.') ? (key.split('.')[0] ?? '') : 'every screen';
}

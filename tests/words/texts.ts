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

/** The texts of one language, as they stand in its file. */
export interface Source {
  texts: object;
  language: string;
}

/**
 * Finds the form of a text that fits, in the format of i18next (JSON v4): `key_context_plural`, the nearest form first.
 * A language that has the text in any form is not mixed with another. A key that nobody has is given back as it is.
 *
 * @param sources the language that is spoken, then those that stand in for it
 * @param key with dots between the levels: `who.title`
 * @param register picks a text's own form for it, `title_younger`; the older register's is the text itself
 * @param count picks the plural by the rules of the language; `_zero` is for none wherever a text has it
 */
export function findText(
  sources: readonly Source[],
  key: string,
  register: string,
  count: number | string | undefined,
): string {
  const levels = key.split('.');
  const name = levels.pop() ?? '';
  for (const { texts, language } of sources) {
    const level = levels.reduce<unknown>(inside, texts);
    const plurals = typeof count === 'number' ? pluralsOf(language, count) : [''];
    for (const context of [`_${register}`, '']) {
      for (const plural of plurals) {
        const found = inside(level, name + context + plural);
        if (typeof found === 'string') return found;
      }
    }
  }
  return key;
}

function inside(level: unknown, name: string): unknown {
  return typeof level === 'object' && level !== null && Object.hasOwn(level, name)
    ? Reflect.get(level, name)
    : undefined;
}

const rules = new Map<string, Intl.PluralRules>();

function pluralsOf(language: string, count: number): string[] {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return [...(count === 0 ? ['_zero'] : []), `_${known.select(count)}`, ''];
}

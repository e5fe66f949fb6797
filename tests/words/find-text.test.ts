import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import arabic from '../../locales/ar/app.json' with { type: 'json' };
import welsh from '../../locales/cy/app.json' with { type: 'json' };
import english from '../../locales/en/app.json' with { type: 'json' };
import { createWords } from '../../src/words/words.ts';
import { textsIn } from './texts.ts';

const counts = [undefined, 0, 1, 2, 3, 6, 11, 21, 100];
const registers = ['younger', 'older', 'adult'];

/** The library whose format the words are written in, as the measure of what we read out of them. */
function inLibrary(texts: object, language: string) {
  const library = createInstance();
  void library.init({
    lng: language,
    resources: { [language]: { translation: texts }, en: { translation: english } },
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return (key: string, register: string, filling: Record<string, string | number>) =>
    library.t(key, { context: register === 'older' ? '' : register, ...filling });
}

describe.each([
  ['English', 'en', english],
  ['Welsh', 'cy', welsh],
  ['Arabic', 'ar', arabic],
  ['a language with little of its own', 'cy', { follow: welsh.follow }],
])('%s', (_, language, texts) => {
  const library = inLibrary(texts, language);
  const keys = [...new Set(textsIn(english).map(({ key }) => key))];

  it.each(registers)('says in the %s register what i18next says, of every text and number', (register) => {
    const ours = createWords<typeof english>(texts as typeof english, { language, register, english });
    const differ = keys.flatMap((key) =>
      counts.flatMap((count) => {
        const filling = { ...(count !== undefined && { count }) };
        const said = ours.t(key as never, filling);
        const measure = library(key, register, filling);
        return said === measure ? [] : [`${key} ${count}: ${said} / ${measure}`];
      }),
    );
    expect(differ).toEqual([]);
    expect(keys.length).toBeGreaterThan(300);
  });
});

import { keptChoice } from './kept-choice.ts';

/** By this name `src/app/before.ts` and `src/pages/own-words.ts` read it too. */
export const ownLanguageKey = 'heard-language';

const kept = keptChoice(ownLanguageKey);

/** The language that somebody has chosen on this phone: a code, perhaps of one that this council no longer offers. */
export const readOwnLanguage = kept.read;
export const forgetOwnLanguage = kept.forget;

/** The language of the built pages is kept as none: then no page waits for other words than those it was built with. */
export function keepOwnLanguage(language: string, builtIn: string): void {
  if (language === builtIn) kept.forget();
  else kept.keep(language);
}

import { builtIn } from '../words/languages.ts';

const names = new Intl.DisplayNames([builtIn], { type: 'language' });

/** What a language is called in English; nothing for English itself, and for one that was not said. */
export function languageName(code: string | undefined): string | undefined {
  return code === undefined || code === builtIn ? undefined : names.of(code);
}

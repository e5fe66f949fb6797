import english from '../../../locales/en/poster.json' with { type: 'json' };
import { builtIn } from '../../words/languages.ts';
import { createWords, type KeyOf, type Words } from '../../words/words.ts';

type PosterTexts = typeof english;
export type PosterWords = Words<KeyOf<PosterTexts>>;

// A few lines each, and only at the desk.
const files = import.meta.glob<PosterTexts>('../../../locales/*/poster.json', { import: 'default', eager: true });

/** The words of the poster in a language that the council offers; English where nobody has written them. */
export function posterWordsIn(language: string): PosterWords {
  const texts = files[`../../../locales/${language}/poster.json`];
  return texts ? createWords(texts, { language, english }) : createWords(english, { language: builtIn });
}

import english from '../../locales/en/picture-key.json' with { type: 'json' };
import { pictures } from '../domain/pictures.ts';
import { appWords } from '../words/app-words.ts';
import { builtIn } from '../words/languages.ts';

type Called = Readonly<Record<string, string>>;

// All of them come with the pictures: a key may have been learned in another language than the one spoken now.
const files = import.meta.glob<Called>('../../locales/*/picture-key.json', { import: 'words', eager: true });

const byLanguage = new Map(
  Object.entries(files).map(([file, called]) => [file.split('/').at(-2) ?? '', inOrder(called)] as const),
);
const inEnglish = inOrder(english.words);

/** What each picture is called, by its number, in the language that is spoken. */
export function pictureWords(): readonly string[] {
  return byLanguage.get(appWords.language) ?? inEnglish;
}

/** The same in every other language: in English first, which most will have learned. */
export function otherPictureWords(): (readonly string[])[] {
  const others = [...byLanguage].filter(([language]) => language !== appWords.language);
  return others.sort(([a], [b]) => Number(b === builtIn) - Number(a === builtIn)).map(([, words]) => words);
}

export function pictureWord(picture: number): string {
  return pictureWords()[picture] ?? '';
}

function inOrder(called: Called): readonly string[] {
  const known: Called = english.words;
  return pictures.map((name) => called[name] ?? known[name] ?? name);
}

import english from '../../locales/en/picture-key.json' with { type: 'json' };
import { pictures } from '../domain/pictures.ts';

const called: Readonly<Record<string, string>> = english.words;

/** What each picture is called, by its number. Other languages have their own words for the same pictures. */
export const pictureWords: readonly string[] = pictures.map((name) => called[name] ?? name);

export function pictureWord(picture: number): string {
  return pictureWords[picture] ?? '';
}

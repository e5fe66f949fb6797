import english from '../../locales/en/desk.json' with { type: 'json' };
import type { Register } from '../domain/submission.ts';
import { createWords, type KeyOf, type Words } from '../words/words.ts';

/** The desk's own words. Letters alone are written in the register of whoever will read them. */

export type DeskKey = KeyOf<typeof english>;
export type DeskWords = Words<DeskKey>;

export const deskWords: DeskWords = createWords(english, { language: 'en' });

const letterWords = new Map<Register, DeskWords>();

export function wordsFor(register: Register): DeskWords {
  const made = letterWords.get(register) ?? createWords(english, { language: 'en', register });
  letterWords.set(register, made);
  return made;
}

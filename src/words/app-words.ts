import english from '../../locales/en/app.json' with { type: 'json' };
import { createWords, type KeyOf, type Words } from './words.ts';

export type AppKey = KeyOf<typeof english>;
export type AppWords = Words<AppKey>;

let spoken: AppWords = createWords(english, { language: 'en' });

/**
 * The app's own words, in the register of whoever speaks. English comes with the app; other languages will come when
 * they are asked for.
 */
export const appWords: Omit<AppWords, 'as'> = {
  t: (key, filling) => spoken.t(key, filling),
  date: (date) => spoken.date(date),
  get language() {
    return spoken.language;
  },
  get register() {
    return spoken.register;
  },
  get direction() {
    return spoken.direction;
  },
};

/** From the next drawing on, everything is said in this register: said first thing when the app is drawn. */
export function speakTo(register: string): void {
  spoken = spoken.as(register);
}

import english from '../../locales/en/app.json' with { type: 'json' };
import { createWords, type KeyOf, type Words } from './words.ts';

export type AppKey = KeyOf<typeof english>;
export type AppWords = Words<AppKey>;

/** The app's own words. English comes with the app; other languages will come when they are asked for. */
export const appWords: AppWords = createWords(english, { language: 'en', register: 'older' });

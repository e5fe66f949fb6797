import table from '../../locales/languages.json' with { type: 'json' };

export interface Language {
  /** In its own tongue, for whoever looks for it. */
  name: string;
  /** A machine has translated it and no native speaker has checked it yet: said on "about". */
  machineDraft?: boolean;
  /** From Sunday and from January on: only for a language whose dates a browser does not know. */
  weekdays?: string[];
  months?: string[];
}

const languages: Readonly<Record<string, Language>> = table;

/** The words that come with the app, and that stand in for a text that another language lacks. */
export const builtIn = 'en';

/** What is known of a language; for one that nobody has described, its code stands as its name. */
export function languageOf(code: string): Language {
  return languages[code] ?? { name: code };
}

const rightToLeft = new Set(['ar', 'fa', 'ur', 'he', 'ps', 'ckb']);

export function directionOf(code: string): 'ltr' | 'rtl' {
  return rightToLeft.has(code) ? 'rtl' : 'ltr';
}

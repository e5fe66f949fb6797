import { builtIn } from '../words/languages.ts';
import type { PageName } from './page-words.ts';

/** Where a page stands: `/privacy`, and in Welsh `/cy/privacy`. */
export function addressOf(page: PageName, language: string): string {
  return language === builtIn ? `/${page}` : `/${language}/${page}`;
}

import { languageOf } from './languages.ts';

/**
 * Makes a way to say ISO dates. Digits are those of letters, clocks and telephones in this country, in every language.
 *
 * @param style `near` is "Wednesday 25 November", without the year: nearly every date in the app is within one, and
 *   fewer words are easier; `whole` is "25 November 2026"
 */
export function datesIn(language: string, style: 'near' | 'whole'): (date: string) => string {
  const { weekdays, months } = languageOf(language);
  if (weekdays && months) {
    return (date) => {
      const at = new Date(date);
      const day = `${at.getUTCDate()} ${months[at.getUTCMonth()]}`;
      return style === 'near' ? `${weekdays[at.getUTCDay()]} ${day}` : `${day} ${at.getUTCFullYear()}`;
    };
  }
  const locale = `${language === 'en' ? 'en-GB' : language}-u-nu-latn`;
  const parts = { near: { weekday: 'long' }, whole: { year: 'numeric' } } as const;
  const dates = new Intl.DateTimeFormat(locale, { ...parts[style], day: 'numeric', month: 'long', timeZone: 'UTC' });
  // The comma after the weekday reads as a pause that nobody makes.
  return (date) => dates.format(new Date(date)).replace(/[,،]/, '');
}

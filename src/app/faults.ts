import { IsoDate } from '../domain/dates.ts';
import { cleanWords, Line, mostInLine, mostWords, Words } from '../domain/text.ts';
import { appWords } from '../words/app-words.ts';

/** What is wrong with something typed, in words that say what to do; empty when nothing is. */

export function faultInWords(typed: string): string {
  const words = cleanWords(typed);
  return (
    tooLong(words, mostWords) || (words === '' || Words.safeParse(words).success ? '' : appWords.t('text.nothingSeen'))
  );
}

export function faultInLine(typed: string): string {
  const line = cleanWords(typed);
  return (
    tooLong(line, mostInLine) || (line === '' || Line.safeParse(line).success ? '' : appWords.t('text.nothingSeen'))
  );
}

/** A date field of a browser takes years of five and six figures, which are no dates to anybody else. */
export function faultInDate(typed: string): string {
  return typed === '' || IsoDate.safeParse(typed).success ? '' : appWords.t('text.noDate');
}

// 12/03/2015, 12.3.15, 2015-03-12, 12 March 2015.
const dateOfBirth =
  /^\s*(\d{1,4}\s*[-./ ]\s*\d{1,2}\s*[-./ ]\s*\d{1,4}|\d{1,2}(st|nd|rd|th)?\s+\p{L}{3,9}\.?,?\s+\d{2,4})\s*$/u;

/** Somebody gave a date of birth where a name is asked: the less is known, the better. */
export function faultInName(typed: string): string {
  return faultInLine(typed) || (dateOfBirth.test(typed) ? appWords.t('text.date') : '');
}

function tooLong(text: string, most: number): string {
  const length = [...text].length;
  return length > most ? appWords.t('text.long', { count: length - most }) : '';
}

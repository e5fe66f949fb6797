import * as z from 'zod/mini';

/** The most a person may write in one long answer, in characters as people count them (code points). */
export const mostWords = 20_000;
/** The most in a short one: a name, a number, "after school". */
export const mostInLine = 200;

// Halves of surrogate pairs, and NUL.
const unwritable = /[\p{Cs}\0]/u;
/** Text that holds nothing unwritable, and text in which something can be seen: as patterns, so that the API's description has them. */
export const writable = /^[^\p{Cs}\0]*$/u;
export const visible = /[^\s\p{Cf}\p{Cc}]/u;

/** What is sent of what was typed: all that can be written out, without the white space around it. */
export function cleanWords(typed: string): string {
  return typed.replaceAll(new RegExp(unwritable, 'gu'), '').trim();
}

// `maxLength` alone would count UTF-16 units, and refuse a long message of emoji that the published schema allows.
// Half a surrogate pair and NUL are no text: neither can be written out in UTF-8, or kept by every database, as sent.
function visibleText(most: number) {
  return z.string().check(
    z.regex(writable),
    z.regex(visible),
    z.refine((text) => text.length <= most || [...text].length <= most),
    z.meta({ maxLength: most }),
  );
}

/** The person's own words: something that can be seen, of at most 20,000 code points. */
export const Words = visibleText(mostWords);

/** A short answer in somebody's own words: something that can be seen, of at most 200 code points. */
export const Line = visibleText(mostInLine);

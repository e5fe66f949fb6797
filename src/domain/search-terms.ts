/** Words as they are looked for: the same for what was said and for what is asked, whatever the database. */

/** Longer ones are cut: no word has as many letters, and databases set limits of their own. */
const longestTerm = 60;
const mostAsked = 10;

/** The letters and figures of a text, without accents and in small letters, each word once. */
export function termsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu)?.map((term) => term.slice(0, longestTerm)))];
}

export interface Asked {
  /** Each must begin a word of the case. */
  terms: string[];
  /** A reference that is sought begins with one of these. */
  references: string[];
}

/** What an officer typed to find a case: words or their beginnings, or a reference as far as they know it. */
export function readAsked(typed: string): Asked {
  return { terms: termsOf(typed).slice(0, mostAsked), references: referencesOf(typed) };
}

// As it is read aloud: "h 7k4p 2m", "7K4P", "H7K4P2". Two letters at least, or every case would be found.
function referencesOf(typed: string): string[] {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '');
  if (!/^[0-9A-Z]{2,7}$/.test(letters)) return [];
  const found = [`H${letters}`, ...(letters.startsWith('H') ? [letters] : [])].filter((each) => each.length <= 7);
  return found.map((each) => {
    const [start, end] = [each.slice(1, 5), each.slice(5)];
    return end ? `H-${start}-${end}` : `H-${start}`;
  });
}

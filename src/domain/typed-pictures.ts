/** What a word that was typed may mean: a picture by its number, or those that it nearly names, the nearest first. */
export type TypedPicture = { is: 'known'; picture: number } | { is: 'near'; pictures: number[] } | { is: 'unknown' };

/**
 * Reads a word that was typed for a picture, whatever its case, spaces, accents and signs. A word that is nearly one
 * of the list is never taken for it: the person is asked, by the pictures, so nothing is guessed on their behalf.
 *
 * @param words what the pictures are called, by their numbers, in any one language
 */
export function readTypedPicture(typed: string, words: readonly string[]): TypedPicture {
  const letters = bare(typed);
  if (!letters) return { is: 'unknown' };
  const known = words.findIndex((word) => bare(word) === letters);
  if (known >= 0) return { is: 'known', picture: known };
  const near = words
    .map((word, picture) => ({ picture, slips: slipsBetween(letters, bare(word)), length: bare(word).length }))
    .filter(({ slips, length }) => slips <= slipsForgiven(length))
    .sort((a, b) => a.slips - b.slips || a.picture - b.picture);
  return near.length > 0 ? { is: 'near', pictures: near.slice(0, 4).map(({ picture }) => picture) } : { is: 'unknown' };
}

/** The pictures whose words begin with what was typed so far, in the list's order. */
export function picturesBeginning(typed: string, words: readonly string[]): number[] {
  const letters = bare(typed);
  return letters ? words.flatMap((word, picture) => (bare(word).startsWith(letters) ? picture : [])) : [];
}

/** Only letters and digits, in small letters and without accents: "Ice-Cream " and "icecream" are one. */
export function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

// A child's spelling of a long word is further off than that of a short one.
function slipsForgiven(length: number): number {
  if (length <= 3) return 1;
  return length <= 6 ? 2 : 3;
}

/** How many letters must be put in, taken out or changed to make one of the other. */
export function slipsBetween(a: string, b: string): number {
  let above = Array.from({ length: [...b].length + 1 }, (_, column) => column);
  for (const [row, letter] of [...a].entries()) {
    const line = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const changed = (above[column] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}

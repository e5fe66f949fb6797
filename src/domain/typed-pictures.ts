import { distance } from 'fastest-levenshtein';

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
    .map((word, picture) => ({ picture, slips: distance(letters, bare(word)), length: bare(word).length }))
    .filter(({ slips, length }) => slips <= slipsForgiven(length))
    .sort((a, b) => a.slips - b.slips || a.picture - b.picture);
  return near.length > 0 ? { is: 'near', pictures: near.slice(0, 4).map(({ picture }) => picture) } : { is: 'unknown' };
}

export interface TypedPictures {
  /** Those that stand at the front, by their numbers. */
  known: number[];
  /** The first that is no word of the list. */
  doubted?: ({ is: 'near'; pictures: number[] } | { is: 'unknown' }) & { word: string };
  /** What is left, from the doubted one on. */
  rest: string;
  /** What is left without it. */
  after: string;
}

/** Reads several words that were typed one after the other, with spaces or commas between them or within them. */
export function readTypedPictures(typed: string, words: readonly string[]): TypedPictures {
  const parts = typed.split(/[\s,;.]+/).filter((part) => bare(part));
  const known: number[] = [];
  for (let at = 0; at < parts.length; ) {
    const left = parts.slice(at);
    const found = [2, 1].map((count) => ({ count, read: readTypedPicture(left.slice(0, count).join(''), words) }));
    const whole = found.find(({ read }) => read.is === 'known');
    if (whole?.read.is !== 'known') return { known, ...doubtOf(left, words) };
    known.push(whole.read.picture);
    at += Math.min(whole.count, left.length);
  }
  return { known, rest: '', after: '' };
}

// One word alone is tried before it with the next: "fire engin" is one, "giraf cat" are two.
function doubtOf(parts: string[], words: readonly string[]): Omit<TypedPictures, 'known'> {
  const rest = parts.join(' ');
  for (const count of [1, 2].filter((each) => each <= parts.length)) {
    const word = parts.slice(0, count).join(' ');
    const read = readTypedPicture(word, words);
    if (read.is === 'near') return { doubted: { ...read, word }, rest, after: parts.slice(count).join(' ') };
  }
  return { doubted: { is: 'unknown', word: parts[0] ?? '' }, rest, after: parts.slice(1).join(' ') };
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

import { distance } from 'fastest-levenshtein';

/** What a word that was typed may mean: a picture by its number, or those that it nearly names, the nearest first. */
export type TypedPicture = { is: 'known'; picture: number } | { is: 'near'; pictures: number[] } | { is: 'unknown' };

/**
 * Reads a word that was typed for a picture, whatever its case, spaces, accents and signs. A word that is nearly one
 * of the list is never taken for it: the person is asked, by the pictures, so nothing is guessed on their behalf.
 *
 * @param words what the pictures are called, by their numbers, in the language that is spoken: where a word means
 *   different pictures in two languages, this one counts
 * @param others the same in other languages: a key may have been learned in one of them. A word of theirs that is
 *   nearly one of the language spoken may be either, so it is asked about too
 */
export function readTypedPicture(typed: string, words: Words, others: readonly Words[] = []): TypedPicture {
  const letters = bare(typed);
  if (!letters) return { is: 'unknown' };
  const known = exactly(letters, words);
  if (known !== undefined) return { is: 'known', picture: known };
  const near = nearly(letters, [words]);
  const elsewhere = others.flatMap((each) => exactly(letters, each) ?? []);
  const [only] = elsewhere;
  const isPlain = new Set([...elsewhere, ...near]).size === 1;
  if (only !== undefined && isPlain) return { is: 'known', picture: only };
  const all = new Set([...elsewhere, ...near, ...nearly(letters, others)]);
  return all.size > 0 ? { is: 'near', pictures: [...all].slice(0, 4) } : { is: 'unknown' };
}

type Words = readonly string[];

function exactly(letters: string, words: Words): number | undefined {
  const found = words.findIndex((word) => bare(word) === letters);
  return found < 0 ? undefined : found;
}

function nearly(letters: string, languages: readonly Words[]): number[] {
  return languages
    .flatMap((words) => words.map((word, picture) => ({ picture, word: bare(word) })))
    .map(({ picture, word }) => ({ picture, slips: distance(letters, word), length: word.length }))
    .filter(({ slips, length }) => slips <= slipsForgiven(length))
    .sort((a, b) => a.slips - b.slips || a.picture - b.picture)
    .map(({ picture }) => picture);
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
export function readTypedPictures(typed: string, words: Words, others: readonly Words[] = []): TypedPictures {
  const parts = typed.split(/[\s,;.]+/).filter((part) => bare(part));
  const known: number[] = [];
  for (let at = 0; at < parts.length; ) {
    const left = parts.slice(at);
    // Some are called by three words: "buwch goch gota".
    const found = [3, 2, 1]
      .filter((count) => count <= left.length)
      .map((count) => ({ count, read: readTypedPicture(left.slice(0, count).join(''), words, others) }));
    const whole = found.find(({ read }) => read.is === 'known');
    if (whole?.read.is !== 'known') return { known, ...doubtOf(left, words, others) };
    known.push(whole.read.picture);
    at += whole.count;
  }
  return { known, rest: '', after: '' };
}

// One word alone is tried before it with the next: "fire engin" is one, "giraf cat" are two.
function doubtOf(parts: string[], words: Words, others: readonly Words[]): Omit<TypedPictures, 'known'> {
  const rest = parts.join(' ');
  for (const count of [1, 2, 3].filter((each) => each <= parts.length)) {
    const word = parts.slice(0, count).join(' ');
    const read = readTypedPicture(word, words, others);
    if (read.is === 'near') return { doubted: { ...read, word }, rest, after: parts.slice(count).join(' ') };
  }
  return { doubted: { is: 'unknown', word: parts[0] ?? '' }, rest, after: parts.slice(1).join(' ') };
}

/**
 * Only letters and digits, in small letters and without accents: "Ice-Cream " and "icecream" are one. In Arabic also
 * without what is written now and then: the article, a letter drawn out, dots under or over a last letter.
 */
export function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]|ـ/gu, '')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replace(/^ال(?=..)/, '');
}

// A child's spelling of a long word is further off than that of a short one.
function slipsForgiven(length: number): number {
  if (length <= 3) return 1;
  return length <= 6 ? 2 : 3;
}

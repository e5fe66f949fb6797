import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import texts from '../../locales/en/picture-key.json' with { type: 'json' };
import { canonicalKey, keyLength, PictureKey, pictureCount } from '../../src/domain/picture-key.ts';
import { pictures } from '../../src/domain/pictures.ts';
import { bare, readTypedPicture } from '../../src/domain/typed-pictures.ts';

const numbers = Array.from({ length: pictureCount }, (_, number) => number);
const aKey = fc.shuffledSubarray(numbers, { minLength: keyLength, maxLength: keyLength });

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
/** Every order of a short list. */
function ordersOf<Item>(items: Item[]): Item[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => ordersOf(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

describe('a picture key', () => {
  it('has more than 44 bits after its order is forgiven, counted and not supposed', () => {
    const allKeys = Array.from({ length: keyLength }, (_, n) => pictureCount - n).reduce((a, b) => a * b);
    // Counted on a real key: into how many texts its 5,040 orders fall, and that each text stands for as many.
    const classes = Map.groupBy(ordersOf([200, 3, 77, 0, 255, 12, 90]), canonicalKey);
    expect(classes.size).toBe(keyLength);
    expect(new Set([...classes.values()].map((orders) => orders.length))).toEqual(new Set([factorial(keyLength - 1)]));
    const bits = Math.log2(allKeys / factorial(keyLength - 1));
    expect(bits).toBeGreaterThan(46.3);
    // What it would be if the first picture did not count either: why it does.
    expect(Math.log2(allKeys / factorial(keyLength))).toBeLessThan(44);
  });

  it('is the same in every order that keeps the first picture, and another with another first or another picture', () => {
    fc.assert(
      fc.property(aKey, fc.nat(), fc.integer({ min: 1, max: keyLength - 1 }), fc.nat(255), (key, seed, at, other) => {
        const [first = 0, ...rest] = key;
        const shuffled = rest.toSorted((a, b) => ((a * 31 + seed) % 257) - ((b * 31 + seed) % 257));
        expect(canonicalKey([first, ...shuffled])).toBe(canonicalKey(key));
        const swapped = key.with(0, key[at] ?? 0).with(at, first);
        expect(canonicalKey(swapped)).not.toBe(canonicalKey(key));
        fc.pre(!key.includes(other));
        expect(canonicalKey(key.with(at, other))).not.toBe(canonicalKey(key));
      }),
    );
  });

  it.each([
    ['six', [1, 2, 3, 4, 5, 6]],
    ['eight', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['one twice', [1, 2, 3, 4, 5, 6, 6]],
    ['one that there is not', [1, 2, 3, 4, 5, 6, 256]],
    ['words', ['cat', 'dog', 'horse', 'cow', 'duck', 'frog', 'rabbit']],
  ])('is not %s', (_, given) => {
    expect(PictureKey.safeParse(given).success).toBe(false);
  });
});

describe('the pictures', () => {
  const words = pictures.map((name) => (texts.words as Record<string, string>)[name] ?? '');
  const letters = words.map(bare);
  const pairs = letters.flatMap((a, at) => letters.slice(at + 1).map((b) => [a, b] as const));

  it('are 256, each with a name and an English word of its own, and no word without a picture', () => {
    expect(new Set(pictures).size).toBe(pictureCount);
    expect(new Set(letters).size).toBe(pictureCount);
    expect(Object.keys(texts.words).toSorted()).toEqual([...pictures].toSorted());
    expect(letters.filter((word) => word.length < 3)).toEqual([]);
  });

  it('keep their numbers for ever', () => {
    const list = createHash('sha256').update(pictures.join(' ')).digest('base64url');
    expect(list).toBe('JJFmZ9uFdVU7TRoj2zLyrDm9U4NiXhxsNNV84pFg9Xk');
  });

  it('have words of which none is another with one slip, begins another, or is its plural', () => {
    expect(pairs.filter(([a, b]) => distance(a, b) < 2)).toEqual([]);
    expect(pairs.filter(([a, b]) => a.length > 4 && b.length > 4 && distance(a, b) < 3)).toEqual([]);
    expect(pairs.filter(([a, b]) => a.startsWith(b) || b.startsWith(a))).toEqual([]);
  });

  it('are known by their words whatever the case, the spaces and the accents', () => {
    expect(readTypedPicture('  ICE cream', words)).toEqual(readTypedPicture('ice-cream', words));
    for (const [picture, word] of words.entries()) {
      expect(readTypedPicture(` ${word.toUpperCase()} `, words)).toEqual({ is: 'known', picture });
      expect(readTypedPicture([...word].join(' '), words)).toEqual({ is: 'known', picture });
    }
  });

  it('are offered, never taken, for a word with a slip: the right one is among those asked about', () => {
    const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];
    const aSlip = fc.record({
      picture: fc.nat(pictureCount - 1),
      at: fc.nat(12),
      letter: fc.constantFrom(...alphabet),
      how: fc.constantFrom('change', 'add', 'leave-out'),
    });
    fc.assert(
      fc.property(aSlip, ({ picture, at, letter, how }) => {
        const word = [...(letters[picture] ?? '')];
        const place = at % word.length;
        const typed = word.toSpliced(place, how === 'add' ? 0 : 1, ...(how === 'leave-out' ? [] : [letter])).join('');
        fc.pre(typed !== letters[picture] && typed !== '');
        const read = readTypedPicture(typed, words);
        expect(read.is).toBe('near');
        if (read.is === 'near') expect(read.pictures).toContain(picture);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['giraf', 'giraffe'],
    ['efelant', 'elephant'],
    ['umbrela', 'umbrella'],
    ['rabit', 'rabbit'],
    ['sissors', 'scissors'],
  ])('a child’s spelling "%s" asks about the %s', (typed, name) => {
    const read = readTypedPicture(typed, words);
    expect(read.is === 'near' && pictures[read.pictures[0] ?? -1]).toBe(name);
  });

  it.each(['', '  ', '!', 'xylophonist', 'ffrwythau', 'قطة'])('"%s" is none of them', (typed) => {
    expect(readTypedPicture(typed, words)).toEqual({ is: 'unknown' });
  });

  it('can be named in another language, with its own words for the same pictures', () => {
    const welsh = words.with(pictures.indexOf('cat'), 'cath').with(pictures.indexOf('apple'), 'afal');
    expect(readTypedPicture('AFAL', welsh)).toEqual({ is: 'known', picture: pictures.indexOf('apple') });
  });
});

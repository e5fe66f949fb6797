import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import arabic from '../../locales/ar/picture-key.json' with { type: 'json' };
import welsh from '../../locales/cy/picture-key.json' with { type: 'json' };
import texts from '../../locales/en/picture-key.json' with { type: 'json' };
import { canonicalKey, keyLength, PictureKey, pictureCount } from '../../src/domain/picture-key.ts';
import { pictures } from '../../src/domain/pictures.ts';
import { bare, readTypedPicture, readTypedPictures } from '../../src/domain/typed-pictures.ts';

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
});

const inOrder = (called: object) => pictures.map((name) => (called as Record<string, string>)[name] ?? '');
const [inEnglish, inWelsh, inArabic] = [texts, welsh, arabic].map((each) => inOrder(each.words));
const number = (name: string) => pictures.indexOf(name);

describe.each([
  ['Welsh', welsh.words, inWelsh ?? []],
  ['Arabic', arabic.words, inArabic ?? []],
])('the pictures in %s', (_, called, words) => {
  const letters = words.map(bare);

  it('have each a word of its own, and there is no word without a picture', () => {
    expect(Object.keys(called)).toEqual(Object.keys(texts.words));
    expect(new Set(letters).size).toBe(pictureCount);
    // Welsh has a dog and an egg in two letters, Arabic a bear and a nest.
    expect(letters.filter((word) => word.length < 2)).toEqual([]);
  });

  it('have words of which none is another with one slip', () => {
    const pairs = letters.flatMap((a, at) => letters.slice(at + 1).map((b) => [a, b] as const));
    expect(pairs.filter(([a, b]) => distance(a, b) < 2)).toEqual([]);
  });

  it('are all read one after the other, as they are written', () => {
    for (let first = 0; first + keyLength <= pictureCount; first += keyLength) {
      const key = Array.from({ length: keyLength }, (__, at) => first + at);
      expect(readTypedPictures(key.map((picture) => words[picture]).join(' '), words).known).toEqual(key);
    }
  });
});

describe('a word typed in another language', () => {
  const others = [inEnglish ?? [], inArabic ?? []];
  const read = (typed: string) => readTypedPicture(typed, inWelsh ?? [], others);

  it('is understood', () => {
    expect(read('giraffe ')).toEqual({ is: 'known', picture: number('giraffe') });
    expect(read('زرافة')).toEqual({ is: 'known', picture: number('giraffe') });
  });

  it('means what it means in the language that is spoken, where both have it', () => {
    // Swapped by hand: a word that is a cat here and a dog there.
    const here = (inWelsh ?? []).with(number('cat'), 'dog');
    expect(readTypedPicture('dog', here, others)).toEqual({ is: 'known', picture: number('cat') });
  });

  it('is asked about when it may be a slip in the language that is spoken', () => {
    // "bath" is a bath in English, and one slip from the Welsh for a cat.
    const asked = read('bath');
    expect(asked).toEqual({ is: 'near', pictures: expect.arrayContaining([number('bath'), number('cat')]) });
  });

  it('is asked about when it is misspelt, too, the nearest first whichever language it is of', () => {
    const [first] = [readTypedPicture('gath', inArabic ?? [], [inEnglish ?? [], inWelsh ?? []])].flatMap((asked) =>
      asked.is === 'near' ? asked.pictures : [],
    );
    expect([number('cat'), number('bath')]).toContain(first);
    expect(read('umbrela')).toEqual({ is: 'near', pictures: expect.arrayContaining([number('umbrella')]) });
  });
});

it.each([
  ['القطة', 'cat'],
  ['قطه', 'cat'],
  ['قــطّة', 'cat'],
  ['إبره', 'needle'],
  ['الماسة', 'diamond'],
])('Arabic written as people write it: %s is the %s', (typed, name) => {
  expect(readTypedPicture(typed, inArabic ?? [])).toEqual({ is: 'known', picture: number(name) });
});

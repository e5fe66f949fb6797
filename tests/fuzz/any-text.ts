import fc from 'fast-check';

/** Stands in much of what is sent, and must come back in no refusal and no line of the log. */
export const planted = 'plumtree';
/** Put in its place, as long, in whatever must be refused: it must stand nowhere in the store. */
export const rotten = 'rottenpl';

const awkward = [
  '\u0000',
  '\u2028\u2029',
  '\u202eright to left',
  'e\u0301'.repeat(30),
  '👩‍👩‍👧‍👦',
  '😀',
  '\ufeff',
  '\u00ad\u200b',
  "'; drop table cases; --",
  '<script>alert(1)</script>',
  '$' + '{7*7} {{7*7}}',
  '../../etc/passwd',
  '%00%0d%0aSet-Cookie: a=b',
  '__proto__',
  'constructor',
  'null',
  '\\u0000',
  '\r\nX-Planted: 1',
];

/** Unicode of every kind but halves of surrogate pairs, of so many code points, often at a limit. */
export function anyText(least: number, most: number): fc.Arbitrary<string> {
  const short = Math.min(most, 60);
  const some = fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: short }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: short }) },
    { weight: 4, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: short }).map((end) => `${planted} ${end}`) },
    { weight: 2, arbitrary: fc.constantFrom(...awkward) },
  );
  const filled = fc.oneof(
    { weight: most > 2_000 ? 60 : 12, arbitrary: fc.constant(least) },
    { weight: 1, arbitrary: fc.constant(most) },
  );
  return fc
    .tuple(some, filled, fc.constantFrom('a', 'é', '語', '😀'))
    .map(([text, length, filling]) => fitted(text, Math.max(least, length), most, filling));
}

function fitted(text: string, least: number, most: number, filling: string): string {
  const points = [...text].slice(0, most);
  return points.length >= least ? points.join('') : points.join('') + filling.repeat(least - points.length);
}

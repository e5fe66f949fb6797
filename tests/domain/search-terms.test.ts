import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { readAsked, termsOf } from '../../src/domain/search-terms.ts';

it.each([
  ['H-7K4P-2M', ['H-7K4P-2M']],
  ['h7k4p2m', ['H-7K4P-2M']],
  ['7k4p 2m', ['H-7K4P-2M']],
  ['7K', ['H-7K']],
  ['H-7K', ['H-H7K', 'H-7K']],
  ['H', []],
  ['she did not ring', []],
  ["'; drop table cases; --", []],
  ['%', []],
])('reads %j as the beginning of the references %j', (typed, references) => {
  expect(readAsked(typed).references).toEqual(references);
});

it('takes letters and figures of any writing, without accents, in small letters', () => {
  expect(termsOf('Ĉu “Zoë’s” café?\n12/05 — Zoe’s هاتف')).toEqual(['cu', 'zoe', 's', 'cafe', '12', '05', 'هاتف']);
});

test('every term that is asked for is letters and figures, and few', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const { terms } = readAsked(typed);
      expect(terms.length).toBeLessThanOrEqual(10);
      for (const term of terms) expect(term).toMatch(/^[\p{L}\p{N}]{1,60}$/u);
    }),
  );
});

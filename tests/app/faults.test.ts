import { describe, expect, test } from 'vitest';
import { faultInDate, faultInLine, faultInName, faultInWords } from '../../src/app/faults.ts';

describe('words', () => {
  test.each(['', '   ', 'Some.', '🐢', 'سام', 'a'.repeat(20_000), '🐢'.repeat(20_000)])('%# are fine', (typed) => {
    expect(faultInWords(typed)).toBe('');
  });

  test('that are too long say by how much, and lose nothing', () => {
    expect(faultInWords('a'.repeat(100_000))).toBe(
      'That is very long. Please make it 80000 letters shorter. Nothing is lost.',
    );
    expect(faultInWords('🐢'.repeat(20_001))).toContain('1 letter shorter');
  });

  test('that nobody can see are asked for again', () => {
    expect(faultInWords('\u200b\u200f')).toContain('cannot see any letters');
  });
});

describe('a line', () => {
  test.each(['', 'Sam', '\u202eسام 🐢', 'O’Neill-Żak', '0345 678 9000', 'a'.repeat(200)])('%# is fine', (typed) => {
    expect(faultInLine(typed)).toBe('');
  });
  test('of 201 letters is too long', () => expect(faultInLine('a'.repeat(201))).toContain('1 letter shorter'));
});

describe('a name', () => {
  test.each(['12/03/2015', '12.3.15', '2015-03-12', ' 12 03 2015 ', '12 March 2015', '3rd May 12', '1st Sept. 2014'])(
    'that is a date of birth, %s, is not asked for',
    (typed) => expect(faultInName(typed)).toContain('looks like a date'),
  );
  test.each(['Sam', 'May', 'April Jones', 'J.S.', 'Year 5 teacher', 'R2D2', '7', 'Sam 2'])('%s is fine', (typed) => {
    expect(faultInName(typed)).toBe('');
  });
});

describe('a date', () => {
  test.each(['', '2026-11-20'])('"%s" is fine', (typed) => expect(faultInDate(typed)).toBe(''));
  test('of a year of five figures, as a browser takes it, is said not to be one', () => {
    expect(faultInDate('12026-11-20')).toContain('cannot read this date');
  });
});

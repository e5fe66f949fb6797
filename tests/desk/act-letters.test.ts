import { expect, it } from 'vitest';
import { standardLetter } from '../../src/desk/act-letters.ts';
import { actionNames } from '../../src/domain/case-actions.ts';
import type { Register } from '../../src/domain/submission.ts';
import { caseOf } from './a-case.ts';

const filled = { until: '2026-12-11', comeAgainOn: '2027-01-04', name: 'Sam Lee' };

it.each<Register>(['younger', 'older', 'adult'])(
  'letters in the %s register have short sentences and no gap',
  (register) => {
    for (const action of actionNames) {
      const letter = standardLetter(action, caseOf('complaint', { register }), filled, '01743 256188');
      expect(letter, action).not.toMatch(/\{\{|undefined|actLetter/);
      for (const sentence of letter.split(/[.?\]]\s+/)) {
        expect(sentence.split(/\s+/).length, `${action}: ${sentence}`).toBeLessThanOrEqual(15);
      }
    }
  },
);

it('a letter names the date that stands in the form, and marks one that is missing', () => {
  const it = caseOf('complaint');
  expect(standardLetter('extend', it, filled, '1')).toContain('by Friday 11 December.');
  expect(standardLetter('extend', it, {}, '1')).toContain('by [date].');
});

import { describe, expect, it } from 'vitest';
import { acknowledgementLetter, passingOnLetter, promisedDate, registerOf } from '../../src/desk/standard-letters.ts';
import { addDays } from '../../src/domain/dates.ts';
import type { Kind, Register, Voice } from '../../src/domain/submission.ts';
import { caseOf } from './a-case.ts';

describe('a standard letter', () => {
  it('names the date of the route that was chosen', () => {
    const it = caseOf('complaint');
    expect(acknowledgementLetter(it, 'statutory', '01743 256188')).toContain('by Friday 4 December.');
    expect(acknowledgementLetter(it, 'corporate', '01743 256188')).toContain('by Monday 7 December.');
  });

  it.each<[Kind, string]>([
    ['complaint', '2026-12-08'],
    ['compliment', '2026-12-10'],
    ['comment', '2026-12-10'],
  ])('about a %s says sorry, and names no day, once that day is past', (kind, asOf) => {
    const letter = acknowledgementLetter(caseOf(kind, { asOf }), undefined, '01743 256188');
    expect(letter).toContain('We are sorry');
    expect(letter).not.toContain('December');
    const onTheDay = caseOf(kind, { asOf: addDays(asOf, -1) });
    expect(acknowledgementLetter(onTheDay, undefined, '01743 256188')).toContain('December');
  });

  it('names the later date while no route is chosen, so that it can be kept', () => {
    expect(promisedDate(caseOf('complaint'), undefined)).toBe('2026-12-07');
  });

  it('names the date of passing on for compliments and comments', () => {
    expect(acknowledgementLetter(caseOf('compliment'), undefined, '')).toContain('Wednesday 9 December');
  });

  it('speaks of the advocate only to those who asked for one', () => {
    expect(acknowledgementLetter(caseOf('complaint', { advocate: 'yes' }), 'statutory', '1')).toContain('advocate');
    expect(acknowledgementLetter(caseOf('complaint'), 'statutory', '1')).not.toContain('advocate');
  });

  it.each<[Register | undefined, Voice | undefined, Register]>([
    ['adult', 'child', 'adult'],
    [undefined, 'child', 'younger'],
    [undefined, 'young-person', 'older'],
    [undefined, 'parent-or-carer', 'adult'],
    [undefined, 'advocate', 'adult'],
    [undefined, undefined, 'older'],
  ])('to someone with register %s and voice %s is in the %s register', (register, voice, expected) => {
    const it = caseOf('complaint', { ...(register && { register }), ...(voice && { voice }) });
    expect(registerOf(it)).toBe(expected);
  });

  const kinds: Kind[] = ['complaint', 'compliment', 'comment'];
  const registers: Register[] = ['younger', 'older', 'adult'];
  it.each(kinds.flatMap((kind) => registers.map((register) => [kind, register] as const)))(
    'about a %s in the %s register has no sentence of more than 15 words, and no gap',
    (kind, register) => {
      const it = caseOf(kind, { register, advocate: 'yes' });
      const late = caseOf(kind, { register, advocate: 'yes', asOf: '2027-01-04' });
      const letters = [it, late].map((each) => acknowledgementLetter(each, 'statutory', '01743 256188'));
      if (kind !== 'complaint') letters.push(passingOnLetter(it));
      for (const letter of letters) {
        expect(letter).not.toMatch(/\{\{|undefined|standardLetter/);
        for (const sentence of letter.split(/[.?]\s+/)) {
          expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(15);
        }
      }
    },
  );
});

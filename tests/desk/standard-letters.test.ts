import { describe, expect, it } from 'vitest';
import { acknowledgementLetter, passingOnLetter, promisedDate, registerOf } from '../../src/desk/standard-letters.ts';
import type { CaseDetail } from '../../src/domain/desk-api.ts';
import type { Kind, Register, Voice } from '../../src/domain/submission.ts';

function caseOf(kind: Kind, more: Partial<CaseDetail> & { register?: Register } = {}): CaseDetail {
  const { register, ...rest } = more;
  const receivedAt = '2026-11-20T21:14:00.000Z';
  return {
    id: '11111111-1111-4111-8111-111111111111',
    reference: 'H-3QX9-RT',
    kind,
    receivedAt,
    route: null,
    unsafe: null,
    unsafeBefore: null,
    raisings: [],
    safetyNotes: [],
    helperAccess: null,
    opening: 'She did not ring.',
    waitingFor: null,
    versions: [{ receivedAt, kind, words: 'She did not ring.', ...(register && { register }) }],
    timeline: [
      { step: 'acknowledge', state: 'next', certain: true, due: '2026-11-25' },
      { step: kind === 'complaint' ? 'stage1-answer' : 'pass-on', state: 'later', certain: false, due: '2026-12-09' },
    ],
    asOf: '2026-11-20',
    at: receivedAt,
    letters: [],
    message: null,
    recorded: null,
    waitsForPerson: false,
    routeChoices:
      kind === 'complaint'
        ? [
            { route: 'statutory', answerBy: '2026-12-04' },
            { route: 'corporate', answerBy: '2026-12-07' },
          ]
        : [],
    allowed: [],
    extension: null,
    history: [],
    revision: 1,
    ...rest,
  };
}

describe('a standard letter', () => {
  it('names the date of the route that was chosen', () => {
    const it = caseOf('complaint');
    expect(acknowledgementLetter(it, 'statutory', '01743 256188')).toContain('by Friday 4 December.');
    expect(acknowledgementLetter(it, 'corporate', '01743 256188')).toContain('by Monday 7 December.');
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
      const letters = [acknowledgementLetter(it, 'statutory', '01743 256188')];
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

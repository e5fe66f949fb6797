import { expect, it } from 'vitest';
import { shortDate, shortInstant } from '../../src/desk/dates.ts';
import { dueWords } from '../../src/desk/due-words.ts';

const step = { step: 'acknowledge', certain: true } as const;

it.each([
  [
    { ...step, state: 'next', due: '2026-11-25', workingDaysLeft: 3 },
    '2026-11-20',
    'Wed 25 Nov',
    '3 working days left',
  ],
  [{ ...step, state: 'next', due: '2026-11-25', workingDaysLeft: 1 }, '2026-11-24', 'Wed 25 Nov', '1 working day left'],
  [{ ...step, state: 'next', due: '2026-11-25', workingDaysLeft: 0 }, '2026-11-25', 'Wed 25 Nov', 'today'],
  [{ ...step, state: 'late', due: '2026-11-25' }, '2026-11-26', 'Wed 25 Nov', '1 day late'],
  [{ ...step, state: 'late', due: '2025-12-31' }, '2026-01-10', 'Wed 31 Dec 2025', '10 days late'],
] as const)('%j, seen on %s, is due %s: %s', (it, today, day, left) => {
  expect(dueWords(it, today)).toEqual({ day, left });
});

it('tells an instant by the clocks in England, summer time included', () => {
  expect(shortInstant('2026-06-30T23:30:00.000Z', '2026-07-01')).toBe('Wed 1 Jul 00:30');
  expect(shortDate('2026-03-29', '2026-07-01')).toBe('Sun 29 Mar');
});

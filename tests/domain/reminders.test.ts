import { describe, expect, test } from 'vitest';
import { londonTime } from '../../src/domain/dates.ts';
import { dayToTell, type Reminders } from '../../src/domain/reminders.ts';
import { isWorkingDay, without } from '../../src/domain/working-days.ts';

const reminders: Reminders = {
  at: '07:30',
  on: 'working-days',
  managers: { after: 1, repeatEvery: 5 },
  seniorManagers: { after: 5, repeatEvery: 5 },
};
const open = without(isWorkingDay, (date) => date === '2026-11-24');

describe('the day whose e-mails are to go', () => {
  test.each([
    ['a minute before the hour', '2026-11-23T07:29:59.999Z', undefined],
    ['from the hour on', '2026-11-23T07:30:00.000Z', '2026-11-23'],
    ['still the same evening, for who was asleep', '2026-11-23T23:59:59.000Z', '2026-11-23'],
    ['not at midnight', '2026-11-24T00:00:00.000Z', undefined],
    ['not on a closure day', '2026-11-24T10:00:00.000Z', undefined],
    ['not on a Saturday', '2026-11-28T10:00:00.000Z', undefined],
    ['not on Christmas Day', '2026-12-25T10:00:00.000Z', undefined],
    ['not on the day in lieu of Boxing Day', '2026-12-28T10:00:00.000Z', undefined],
    ['by the clocks in England: summer, an hour ahead', '2026-06-30T06:30:00.000Z', '2026-06-30'],
    ['and not by those of Greenwich', '2026-06-30T06:29:00.000Z', undefined],
    ['the last working day before the clocks go forward', '2026-03-27T07:30:00.000Z', '2026-03-27'],
    ['the first after it', '2026-03-30T06:30:00.000Z', '2026-03-30'],
    ['the last before they go back', '2026-10-23T06:30:00.000Z', '2026-10-23'],
    ['the first after it, too early', '2026-10-26T06:30:00.000Z', undefined],
    ['the first after it', '2026-10-26T07:30:00.000Z', '2026-10-26'],
  ])('%s', (_, now, day) => {
    expect(dayToTell(reminders, open, now)).toBe(day);
  });

  test('may be every day', () => {
    const daily = { ...reminders, on: 'every-day' } as const;
    expect(dayToTell(daily, open, '2026-12-25T10:00:00.000Z')).toBe('2026-12-25');
  });

  test('comes on the night of the clocks too, at an hour that is not there and at one that is there twice', () => {
    const atNight = { ...reminders, on: 'every-day', at: '01:30' } as const;
    expect(dayToTell(atNight, open, '2026-03-29T00:59:00.000Z')).toBeUndefined();
    // 01:00 in Greenwich is 02:00 in England from here on.
    expect(dayToTell(atNight, open, '2026-03-29T01:00:00.000Z')).toBe('2026-03-29');
    expect(dayToTell(atNight, open, '2026-10-25T00:29:00.000Z')).toBeUndefined();
    expect(dayToTell(atNight, open, '2026-10-25T00:30:00.000Z')).toBe('2026-10-25');
  });
});

test('midnight in England is 00:00', () => {
  expect(londonTime('2026-11-23T00:00:00.000Z')).toBe('00:00');
  expect(londonTime('2026-06-30T23:05:00.000Z')).toBe('00:05');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IsoDate } from '../../src/domain/dates.ts';
import {
  addWorkingDays,
  type Calendar,
  firstWorkingDay,
  isWorkingDay,
  without,
  workingDaysBetween,
} from '../../src/domain/working-days.ts';

const everyDay: Calendar = () => true;
const closedOn = (...dates: string[]): Calendar => without(isWorkingDay, (date) => dates.includes(date));

describe('a working day', () => {
  test('is each of Monday to Friday in an ordinary week', () => {
    const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
    expect(week.every(isWorkingDay)).toBe(true);
  });

  test.each([
    ['a Saturday', '2026-11-21'],
    ['a Sunday', '2026-11-22'],
    ['Christmas Day', '2026-12-25'],
    ['Boxing Day on a Saturday', '2026-12-26'],
    ['the Monday in place of Boxing Day', '2026-12-28'],
    ['Christmas Day on a Saturday', '2027-12-25'],
    ['the Monday in place of Christmas Day', '2027-12-27'],
    ['the Tuesday in place of Boxing Day', '2027-12-28'],
    ['Boxing Day on a Monday', '2022-12-26'],
    ['the Tuesday in place of Christmas Day', '2022-12-27'],
    ['Good Friday', '2026-04-03'],
    ['Easter Monday', '2026-04-06'],
    ['a one-off bank holiday', '2022-09-19'],
    ['New Year’s Day', '2027-01-01'],
    ['the Monday in place of New Year’s Day', '2028-01-03'],
    ['Good Friday in a year that nobody has published', '2035-03-23'],
  ])('is not %s, %s', (_, date) => {
    expect(isWorkingDay(date)).toBe(false);
  });

  test.each([
    ['Maundy Thursday', '2026-04-02'],
    ['Christmas Eve', '2026-12-24'],
    ['New Year’s Eve', '2026-12-31'],
    ['the Tuesday after Easter', '2026-04-07'],
    ['the first Monday of May 2020, its holiday had moved', '2020-05-04'],
    ['the last Monday of May 2022, its holiday had moved', '2022-05-30'],
    ['2 January, a holiday only in Scotland', '2026-01-02'],
    ['30 November, a holiday only in Scotland', '2026-11-30'],
  ])('is %s, %s', (_, date) => {
    expect(isWorkingDay(date)).toBe(true);
  });
});

describe('counting on', () => {
  test('begins the day after: the day itself is day 0', () => {
    expect(addWorkingDays('2026-11-20', 0)).toBe('2026-11-20');
    expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-20', 3)).toBe('2026-11-25');
  });

  test('leaves a day that does not count where it is when no day is counted', () => {
    expect(addWorkingDays('2026-11-21', 0)).toBe('2026-11-21');
  });

  test('counts the same from a Saturday as from its Friday', () => {
    expect(addWorkingDays('2026-11-21', 3)).toBe('2026-11-25');
  });

  test('goes over the turn of the year', () => {
    expect(addWorkingDays('2026-12-23', 5)).toBe('2027-01-04');
  });

  test('goes over the changes of the clocks without losing or gaining a day', () => {
    expect(addWorkingDays('2026-03-27', 1)).toBe('2026-03-30');
    expect(addWorkingDays('2026-10-23', 1)).toBe('2026-10-26');
  });

  test('counts on the calendar it is given', () => {
    expect(addWorkingDays('2026-11-20', 3, everyDay)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-20', 3, closedOn('2026-11-23'))).toBe('2026-11-26');
  });
});

describe('working days between two dates', () => {
  test('leave out the first and count the last', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-25')).toBe(3);
    expect(workingDaysBetween('2026-11-20', '2026-11-20')).toBe(0);
    expect(workingDaysBetween('2026-11-20', '2026-11-22')).toBe(0);
  });

  test('are none when the second date is earlier', () => {
    expect(workingDaysBetween('2026-11-25', '2026-11-20')).toBe(0);
  });

  test('of a whole year are its weekdays less the eight holidays', () => {
    expect(workingDaysBetween('2025-12-31', '2026-12-31')).toBe(261 - 8);
  });

  test('are counted on the calendar that is given', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-25', closedOn('2026-11-24'))).toBe(2);
    expect(workingDaysBetween('2026-11-20', '2026-11-25', everyDay)).toBe(5);
  });
});

describe('any two dates that can be written', () => {
  const anyWritten = fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map((parts) => parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'))
    .filter((text) => IsoDate.safeParse(text).success);
  const edges = fc.constantFrom('0000-01-01', '9999-12-30', '9999-12-31');
  const anyDay = fc.oneof({ weight: 4, arbitrary: anyWritten }, { weight: 1, arbitrary: edges });

  test('are counted between, in an end, and lead to a date again', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.nat(70), (from, to, days) => {
        const count = workingDaysBetween(from, to);
        expect(count).toBeGreaterThanOrEqual(0);
        expect(count).toBeLessThan(5_500);
        expect(IsoDate.safeParse(addWorkingDays(from, days)).success).toBe(true);
      }),
      { numRuns: 300, examples: [['2026-11-20', '9999-12-31', 20]] },
    );
  });
});

test('counting on ends with the last date there is', () => {
  expect(addWorkingDays('9999-12-30', 5)).toBe('9999-12-31');
  expect(firstWorkingDay('9999-12-30', () => false)).toBe('9999-12-31');
});

describe('the first working day', () => {
  test('is the date itself when it is one', () => {
    expect(firstWorkingDay('2026-11-20')).toBe('2026-11-20');
  });

  test('is the next one after a weekend or a holiday', () => {
    expect(firstWorkingDay('2026-11-21')).toBe('2026-11-23');
    expect(firstWorkingDay('2026-04-03')).toBe('2026-04-07');
    expect(firstWorkingDay('2026-12-25')).toBe('2026-12-29');
  });

  test('is found on the calendar that is given', () => {
    expect(firstWorkingDay('2026-11-21', closedOn('2026-11-23'))).toBe('2026-11-24');
  });
});

describe('a calendar with days left out', () => {
  test('leaves the one it was made from as it was, and adds no day', () => {
    const closed = closedOn('2026-11-24');
    expect([closed('2026-11-24'), isWorkingDay('2026-11-24')]).toEqual([false, true]);
    expect([closed('2026-11-21'), closed('2026-11-25')]).toEqual([false, true]);
  });
});

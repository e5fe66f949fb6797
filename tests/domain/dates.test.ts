import { describe, expect, test } from 'vitest';
import { addDays, dateOf, Instant, IsoDate, londonDate, weekday, yearOf } from '../../src/domain/dates.ts';

describe('the date in London', () => {
  test.each([
    ['winter, a millisecond before midnight', '2027-01-14T23:59:59.999Z', '2027-01-14'],
    ['winter, midnight', '2027-01-15T00:00:00.000Z', '2027-01-15'],
    ['summer, a millisecond before midnight', '2026-06-15T22:59:59.999Z', '2026-06-15'],
    ['summer, midnight is 23:00 UTC', '2026-06-15T23:00:00.000Z', '2026-06-16'],
    ['summer, half past eleven UTC', '2026-06-15T23:30:00.000Z', '2026-06-16'],
    ['the night before the clocks go forward', '2026-03-28T23:30:00.000Z', '2026-03-28'],
    ['the hour that the clocks skip', '2026-03-29T01:00:00.000Z', '2026-03-29'],
    ['the night after the clocks went forward', '2026-03-29T23:30:00.000Z', '2026-03-30'],
    ['the night before the clocks go back', '2026-10-24T23:30:00.000Z', '2026-10-25'],
    ['the hour that comes twice', '2026-10-25T01:30:00.000Z', '2026-10-25'],
    ['the night after the clocks went back', '2026-10-25T23:30:00.000Z', '2026-10-25'],
    ['the last instant of the old year', '2026-12-31T23:59:59.999Z', '2026-12-31'],
    ['the last day of March, in summer time', '2026-03-31T23:30:00.000Z', '2026-04-01'],
    ['the leap day', '2028-02-29T23:59:59.999Z', '2028-02-29'],
  ])('%s', (_, instant, date) => {
    expect(londonDate(instant)).toBe(date);
  });

  // By the Summer Time Act as it stands: from 01:00 UTC on March's last Sunday to 01:00 UTC on October's.
  test('at 23:30 UTC is the next day exactly while the clocks are forward, on every day of fifteen years', () => {
    for (let date = '2024-01-01'; date < '2039-01-01'; date = addDays(date, 1)) {
      const forward = date >= lastSunday(yearOf(date), 3) && date < lastSunday(yearOf(date), 10);
      expect(londonDate(`${date}T23:30:00.000Z`), date).toBe(forward ? addDays(date, 1) : date);
    }
  });

  test('does not depend on where the program runs', () => {
    const home = process.env.TZ;
    try {
      for (const [zone, hour] of [
        ['Pacific/Auckland', 11],
        ['America/Los_Angeles', 16],
        ['UTC', 23],
      ] as const) {
        process.env.TZ = zone;
        expect(new Date('2026-06-15T23:30:00.000Z').getHours(), 'the zone did change').toBe(hour);
        expect(londonDate('2026-06-15T23:30:00.000Z')).toBe('2026-06-16');
        expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
        expect(weekday('2026-11-20')).toBe(5);
      }
    } finally {
      if (home === undefined) delete process.env.TZ;
      else process.env.TZ = home;
    }
  });
});

function lastSunday(year: number, month: number): IsoDate {
  const end = dateOf(year, month, 31);
  return addDays(end, -weekday(end));
}

describe('calendar dates', () => {
  test('move by days over months, years and leap days, and back', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-11-20', 0)).toBe('2026-11-20');
  });

  test('move by 28 days over both changes of the clocks', () => {
    expect(addDays('2026-03-15', 28)).toBe('2026-04-12');
    expect(addDays('2026-10-11', 28)).toBe('2026-11-08');
  });

  test('know their weekday, Sunday being 0', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-28'].map(weekday)).toEqual([0, 1, 6]);
  });

  test('know their year', () => {
    expect(yearOf('2026-12-31')).toBe(2026);
  });

  test('are made from year, month and day, with zeros before small numbers', () => {
    expect(dateOf(2026, 1, 2)).toBe('2026-01-02');
    expect(dateOf(2026, 12, 31)).toBe('2026-12-31');
  });

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '20261120', '', '2026-11-20T00:00:00Z'])(
    '%j is refused',
    (text) => {
      expect(IsoDate.safeParse(text).success).toBe(false);
    },
  );

  test('are accepted on a leap day', () => {
    expect(IsoDate.safeParse('2028-02-29').success).toBe(true);
  });
});

describe('instants', () => {
  test('are accepted in UTC', () => {
    expect(Instant.safeParse('2026-11-20T21:14:00.000Z').success).toBe(true);
  });

  test.each(['2026-11-20', '2026-11-20T21:14:00', '2026-11-20T21:14:00+01:00', '2026-02-30T10:00:00Z'])(
    '%j is refused',
    (text) => {
      expect(Instant.safeParse(text).success).toBe(false);
    },
  );
});

import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import published from '../../src/domain/bank-holidays.json' with { type: 'json' };
import { bankHolidaysByRule, goodFriday, isBankHoliday } from '../../src/domain/bank-holidays.ts';
import { addDays, dateOf, type IsoDate, weekday } from '../../src/domain/dates.ts';

const publishedYears: Record<string, IsoDate[]> = published.years;

/** Every way in which a published year was unlike the rule, as GOV.UK tells it. */
const unlikeTheRule: Record<string, { added: IsoDate[]; takenAway: IsoDate[] }> = {
  // The spring holiday moved beside the Diamond Jubilee's.
  2012: { added: ['2012-06-04', '2012-06-05'], takenAway: ['2012-05-28'] },
  // The early May holiday moved to VE Day.
  2020: { added: ['2020-05-08'], takenAway: ['2020-05-04'] },
  // The spring holiday moved beside the Platinum Jubilee's; the Queen's funeral.
  2022: { added: ['2022-06-02', '2022-06-03', '2022-09-19'], takenAway: ['2022-05-30'] },
  // The coronation.
  2023: { added: ['2023-05-08'], takenAway: [] },
};

const yearsFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('the published bank holidays', () => {
  test('are those of every year from 2012 to 2028', () => {
    expect(Object.keys(publishedYears)).toEqual(yearsFrom(2012, 2028).map(String));
  });

  test.each(yearsFrom(2012, 2028))('of %i are what the rule gives, but for the known exceptions', (year) => {
    const dates = publishedYears[year] ?? [];
    const byRule = bankHolidaysByRule(year);
    const { added, takenAway } = unlikeTheRule[year] ?? { added: [], takenAway: [] };
    expect(dates.length).toBeGreaterThanOrEqual(8);
    expect(dates.filter((date) => !byRule.includes(date))).toEqual(added);
    expect(byRule.filter((date) => !dates.includes(date))).toEqual(takenAway);
  });

  test('stand in order, each once and in its own year', () => {
    for (const [year, dates] of Object.entries(publishedYears)) {
      expect(dates).toEqual([...new Set(dates)].sort());
      expect(dates.every((date) => date.startsWith(`${year}-`))).toBe(true);
    }
  });
});

describe('the standing rule', () => {
  // The package names a holiday at a weekend and the day in its place; the rule gives only days that would be worked.
  const package_ = new Holidays('GB', 'ENG');
  const byPackage = (year: number): IsoDate[] =>
    package_
      .getHolidays(year)
      .filter(({ type }) => type === 'public' || type === 'bank')
      .map(({ date }) => date.slice(0, 10))
      .filter((date) => weekday(date) !== 0 && weekday(date) !== 6)
      .sort();

  test.each(yearsFrom(2029, 2038))('gives for %i the eight days that another program gives', (year) => {
    expect(byPackage(year)).toHaveLength(8);
    expect(bankHolidaysByRule(year)).toEqual(byPackage(year));
  });

  test('is checked by a program that tells one year from another', () => {
    expect(new Set(yearsFrom(2029, 2038).map((year) => byPackage(year).join())).size).toBe(10);
    expect(byPackage(2032)).toEqual(expect.arrayContaining(['2032-12-27', '2032-12-28']));
  });

  // Written down as a table, and compared once with python-dateutil's Easter for 2029 to 2038.
  test.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2029, '2029-04-01'],
    [2030, '2030-04-21'],
    [2031, '2031-04-13'],
    [2032, '2032-03-28'],
    [2033, '2033-04-17'],
    [2034, '2034-04-09'],
    [2035, '2035-03-25'],
    [2036, '2036-04-13'],
    [2037, '2037-04-05'],
    [2038, '2038-04-25'],
  ])('puts Good Friday and Easter Monday of %i around Easter Sunday, %s', (year, sunday) => {
    expect(goodFriday(year)).toBe(addDays(sunday, -2));
    expect(bankHolidaysByRule(year)).toEqual(expect.arrayContaining([addDays(sunday, -2), addDays(sunday, 1)]));
  });

  test.each([
    ['Friday', 2037, ['2037-12-25', '2037-12-28']],
    ['Saturday', 2032, ['2032-12-27', '2032-12-28']],
    ['Sunday', 2033, ['2033-12-26', '2033-12-27']],
    ['Monday', 2034, ['2034-12-25', '2034-12-26']],
  ] as const)('gives two working days off when Christmas is a %s, as in %i', (_, year, days) => {
    expect(bankHolidaysByRule(year).filter((date) => date.slice(5, 7) === '12')).toEqual(days);
  });

  test.each([
    ['Saturday', 2033, '2033-01-03'],
    ['Sunday', 2034, '2034-01-02'],
    ['Monday', 2035, '2035-01-01'],
  ] as const)('gives a working day off when New Year is a %s, as in %i', (_, year, day) => {
    expect(bankHolidaysByRule(year).filter((date) => date.slice(5, 7) === '01')).toEqual([day]);
  });
});

describe('a date', () => {
  test('of a published year is a bank holiday when GOV.UK says so, moved and one-off ones included', () => {
    expect(isBankHoliday('2020-05-08')).toBe(true);
    expect(isBankHoliday('2020-05-04')).toBe(false);
    expect(isBankHoliday('2022-09-19')).toBe(true);
    expect(isBankHoliday('2022-05-30')).toBe(false);
  });

  test('of a later year is a bank holiday when the rule says so', () => {
    expect(isBankHoliday('2031-04-14')).toBe(true);
    expect(isBankHoliday('2031-04-15')).toBe(false);
  });

  test('is a bank holiday exactly eight times in an ordinary year', () => {
    const count = (year: number) =>
      Array.from({ length: 366 }, (_, index) => addDays(dateOf(year, 1, 1), index)).filter(
        (date) => date.startsWith(String(year)) && isBankHoliday(date),
      ).length;
    expect([2011, 2019, 2022, 2023, 2026, 2032, 2040].map(count)).toEqual([8, 8, 10, 9, 8, 8, 8]);
  });
});

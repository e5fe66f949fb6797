import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backOff, furthest, longestWait, readRetryAfter, waitAfter } from '../../src/sync/back-off.ts';

const attempts = fc.integer({ min: 1, max: 10_000 });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the wait before another try', () => {
  test('is never shorter than two and a half seconds, nor longer than a quarter of an hour', () => {
    fc.assert(
      fc.property(attempts, random, (tried, chance) => {
        const wait = backOff(tried, chance);
        expect(wait).toBeGreaterThanOrEqual(2500);
        expect(wait).toBeLessThanOrEqual(longestWait);
      }),
    );
  });

  test('grows with every try, until it is the longest', () => {
    fc.assert(
      fc.property(attempts, random, (tried, chance) => {
        const [wait, next] = [backOff(tried, chance), backOff(tried + 1, chance)];
        expect(next).toBeGreaterThanOrEqual(wait);
        if (tried <= 7) expect(next).toBe(wait * 2);
      }),
    );
    expect(longestWait).toBe(15 * 60_000);
    expect(backOff(100, 0)).toBe(longestWait / 2);
  });

  test('is half chance, so that phones that failed together do not come back together', () => {
    fc.assert(
      fc.property(attempts, random, random, (tried, one, other) => {
        const [first, second] = [backOff(tried, one), backOff(tried, other)];
        if (one < other) expect(first).toBeLessThanOrEqual(second);
        expect(Math.max(first, second)).toBeLessThanOrEqual(2 * Math.min(first, second));
      }),
    );
    expect([0, 0.5].map((chance) => backOff(1, chance))).toEqual([2500, 3750]);
  });
});

describe('the wait after a server has said how long', () => {
  const asked = fc.integer({ min: 0, max: longestWait });

  test('is never shorter than that, nor further away than anything may be', () => {
    fc.assert(
      fc.property(attempts, asked, random, (tried, after, chance) => {
        const wait = waitAfter(tried, after, chance);
        expect(wait).toBeGreaterThanOrEqual(after + 2500);
        expect(wait).toBeLessThanOrEqual(furthest);
      }),
    );
  });

  test('is spread by chance, and wider each time, so that those who were told the same do not come back together', () => {
    const waits = (tried: number) => [0, 0.5, 0.999].map((chance) => Math.round(waitAfter(tried, 5000, chance)));
    expect(waits(1)).toEqual([7500, 8750, 9998]);
    expect(waits(3)).toEqual([15_000, 20_000, 24_990]);
  });

  test('is what it is by itself when nobody said', () => {
    expect(waitAfter(2, undefined, 0.5)).toBe(backOff(2, 0.5));
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-20T10:00:00Z');

  test.each([
    ['120', 120_000],
    ['1', 1000],
    ['0', 0],
    ['Fri, 20 Nov 2026 10:00:30 GMT', 30_000],
    // The two older forms that RFC 9110, section 5.6.7, still wants understood.
    ['Friday, 20-Nov-26 10:00:30 GMT', 30_000],
  ])('"%s" is %i milliseconds', (header, wait) => {
    expect(readRetryAfter(header, now)).toBe(wait);
  });

  test.each(['86400', '99999999999999999999999999', '9'.repeat(400), 'Wed, 01 Jan 2099 00:00:00 GMT'])(
    '%s is no longer than the longest wait',
    (header) => {
      expect(readRetryAfter(header, now)).toBe(longestWait);
    },
  );

  test.each([
    ['nothing', null],
    ['an empty one', ''],
    ['a word', 'soon'],
    ['a number below nothing', '-5'],
    ['a broken number', '1.5'],
    ['words with a number, which the browser takes for a day in 2001', 'soon 5'],
    ['a day that has passed, as it does on a phone whose clock is ahead', 'Fri, 20 Nov 2026 09:59:00 GMT'],
  ])('%s says nothing: the wait grows as it does by itself', (_, header) => {
    expect(readRetryAfter(header, now)).toBeUndefined();
  });

  test('whatever stands there is a wait that may be, or none', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const wait = readRetryAfter(header, now);
        if (wait === undefined) return;
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(longestWait);
      }),
    );
  });
});

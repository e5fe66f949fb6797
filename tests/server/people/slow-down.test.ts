import { describe, expect, it } from 'vitest';
import { attemptsKey, waitAfter } from '../../../src/server/people/slow-down.ts';

describe('waiting after attempts without success', () => {
  it('asks nothing of the first five, then a minute, doubling up to fifteen', () => {
    const minutes = [1, 4, 5, 6, 7, 8, 9, 50].map((count) => waitAfter(count) / 60_000);
    expect(minutes).toEqual([0, 0, 1, 2, 4, 8, 15, 15]);
  });

  it('counts an address in any case as one, and keeps none', () => {
    expect(attemptsKey('s', 'Jo@Example.gov.uk')).toBe(attemptsKey('s', 'jo@example.gov.uk'));
    expect(attemptsKey('s', 'jo@example.gov.uk')).toMatch(/^sign-in-[0-9a-f]{4}$/);
  });
});

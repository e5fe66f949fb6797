import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTally } from '../../../src/server/audit/tally.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('writes the first at once, those of the next minute as one number, and nothing when there were none', async () => {
  const written: number[] = [];
  const count = createTally(async (number) => void written.push(number));
  await count();
  expect(written).toEqual([1]);
  for (let more = 0; more < 50; more += 1) await count();
  expect(written).toEqual([1]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(written).toEqual([1, 50]);
  await vi.advanceTimersByTimeAsync(180_000);
  await count();
  expect(written).toEqual([1, 50, 1]);
});

it('tells who counts that it cannot be written, and keeps for later what could not be', async () => {
  const written: number[] = [];
  let isFull = true;
  const count = createTally(async (number) => {
    if (isFull) throw new Error('full');
    written.push(number);
  });
  await expect(count()).rejects.toThrow('full');
  await count();
  await count();
  await vi.advanceTimersByTimeAsync(60_000);
  isFull = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(written).toEqual([2]);
});

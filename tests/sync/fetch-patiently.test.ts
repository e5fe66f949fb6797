import { expect, test } from 'vitest';
import { patienceFor } from '../../src/sync/fetch-patiently.ts';

test('an answer to what sends nothing may take twenty seconds', () => {
  expect(patienceFor(undefined)).toBe(20_000);
  expect(patienceFor('')).toBe(20_000);
});

test('the longest that can be said has time to go at 1,000 bytes a second, and its answer as long as any', () => {
  const sealed = 'x'.repeat(107_000);
  expect(patienceFor(sealed)).toBe(127_000);
});

test('what counts is bytes on the way, not letters', () => {
  expect(patienceFor('ش'.repeat(1_000))).toBe(22_000);
});

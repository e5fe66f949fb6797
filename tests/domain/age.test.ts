import { expect, test } from 'vitest';
import { ageBetween } from '../../src/domain/age.ts';

const since = '2026-11-20T10:00:00.000Z';

test.each([
  ['2026-11-20T10:00:59.999Z', 'minutes', 0],
  ['2026-11-20T11:59:59.000Z', 'minutes', 119],
  ['2026-11-20T12:00:00.000Z', 'hours', 2],
  ['2026-11-22T09:59:59.000Z', 'hours', 47],
  ['2026-11-22T10:00:00.000Z', 'days', 2],
  ['2027-11-20T10:00:00.000Z', 'days', 365],
  ['2026-11-20T09:00:00.000Z', 'minutes', 0],
])('at %s it is %s: %i', (at, unit, count) => expect(ageBetween(since, at)).toEqual({ unit, count }));

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bringCouncilKey } from '../../src/app/council-key.ts';
import { forgetSealingKey, keepSealingKey, readSealingKey } from '../../src/device/sealing-key.ts';
import { councilKey, secondKey } from '../device/council-key.ts';

const now = '2026-11-20T10:00:00.000Z';
const nextDay = '2026-11-21T10:00:01.000Z';

beforeEach(forgetSealingKey);
afterEach(() => vi.restoreAllMocks());

const answering = (answer: () => Response) => vi.spyOn(window, 'fetch').mockImplementation(async () => answer());

test('the key is asked for once a day, and kept', async () => {
  const asked = answering(() => Response.json(councilKey));
  await bringCouncilKey(now);
  await bringCouncilKey(now);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(readSealingKey()).toEqual({ ...councilKey, heardAt: now });
  asked.mockImplementation(async () => Response.json(secondKey));
  await bringCouncilKey(nextDay);
  expect(readSealingKey()?.key).toEqual(secondKey.key);
});

test('under a clock that was set back it is asked for again', async () => {
  keepSealingKey(councilKey, nextDay);
  const asked = answering(() => Response.json(secondKey));
  await bringCouncilKey(now);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(readSealingKey()).toEqual({ ...secondKey, heardAt: now });
});

test.each<[string, () => Response]>([
  ['a network that is not there', () => Response.error()],
  ['a captive portal’s page', () => new Response('<h1>Welcome</h1>')],
  ['an answer that is no key', () => Response.json({ key: 'sesame' })],
  ['a server that is unwell', () => Response.json(secondKey, { status: 500 })],
])('the key that is known stays after %s', async (_, answer) => {
  keepSealingKey(councilKey, '2025-11-20T10:00:00.000Z');
  answering(answer);
  await bringCouncilKey(now);
  expect(readSealingKey()?.key).toEqual(councilKey.key);
});

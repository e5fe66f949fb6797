import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { networkOfAddress } from '../../../src/server/intake/network-of.ts';
import { createSlowHash } from '../../../src/server/intake/slow-hash.ts';
import { countedIn, createTurns } from '../../../src/server/intake/turns.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { StoreBusy } from '../../../src/server/store/failures.ts';
import { openTestSqlite, testStores } from '../open-test-store.ts';
import { createTestApp, newSent, origin, send } from '../test-app.ts';
import { useTestIntake } from './use-test-intake.ts';

const pace = { burst: 3, every: 5_000, patience: 8_000 };
const school = '192.0.2';

describe('turns', () => {
  let store: Store;
  const createTestTurns = () =>
    createTurns(
      countedIn(store.db, (whose) => `turns-${whose}`, pace),
      pace.patience,
    );
  beforeEach(async () => {
    store = await openTestSqlite();
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    return store.close();
  });

  it('are given at once up to the burst, then one in each time, and none to whom it would be too late', async () => {
    const { take } = createTestTurns();
    expect(await Promise.all([take(school), take(school), take(school)])).toEqual([true, true, true]);
    const late = [take(school), take(school)];
    const given: boolean[] = [];
    for (const each of late) void each.then((isTurn) => given.push(isTurn));
    await vi.advanceTimersByTimeAsync(pace.every - 1);
    expect(given).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    expect(given).toEqual([true]);
    await vi.advanceTimersByTimeAsync(pace.patience);
    expect(given).toEqual([true, false]);
  });

  it('are counted for each network alone', async () => {
    const { take } = createTestTurns();
    for (let count = 0; count < pace.burst; count += 1) await take(school);
    expect(await take('198.51.100')).toBe(true);
  });

  it('come back when they were used by somebody who is no guesser', async () => {
    const { take, giveBack } = createTestTurns();
    for (let count = 0; count < 50; count += 1) {
      expect(await take(school)).toBe(true);
      await giveBack(school);
    }
  });

  it('reach a child beside somebody who guesses without a pause', async () => {
    const { take } = createTestTurns();
    let guesses = 0;
    let isOver = false;
    const guess = async () => {
      while (!isOver) if (await take(school)) guesses += 1;
    };
    const guessing = [guess(), guess(), guess()];
    await vi.advanceTimersByTimeAsync(60_000);
    expect(guesses).toBeLessThanOrEqual(pace.burst + 60_000 / pace.every + 1);
    // The app asks again by itself; in ten minutes there are 120 turns, and one in four of them is the child's.
    let isIn = false;
    const child = (async () => {
      while (!isIn) isIn = await take(school);
    })();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(isIn).toBe(true);
    isOver = true;
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all([...guessing, child]);
  });

  it('keep no more than a few in line: a newcomer takes the place of one of them', async () => {
    const { take } = createTestTurns();
    const asked = Array.from({ length: 200 }, () => take(school));
    await vi.advanceTimersByTimeAsync(0);
    const settled: boolean[] = [];
    for (const each of asked) void each.then((isTurn) => settled.push(isTurn));
    await vi.advanceTimersByTimeAsync(0);
    expect(settled.filter(Boolean)).toHaveLength(pace.burst);
    expect(settled.filter((isTurn) => !isTurn)).toHaveLength(200 - pace.burst - 32);
    await vi.advanceTimersByTimeAsync(pace.patience);
    expect(settled).toHaveLength(200);
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.17', '192.0.2'],
    ['::ffff:192.0.2.17', '192.0.2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0DB8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2:ffff::', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['not an address', 'unknown'],
    ['', 'unknown'],
  ])('of "%s" is "%s"', (address, network) => {
    expect(networkOfAddress(address)).toBe(network);
  });
});

describe('the slow hash', () => {
  it('refuses who comes when too many wait, and goes on afterwards', async () => {
    const slowHash = createSlowHash('a pepper');
    const asked = await Promise.allSettled(Array.from({ length: 22 }, () => slowHash([1, 2, 3, 4, 5, 6, 7])));
    const refused = asked.filter((each) => each.status === 'rejected');
    expect(refused.map(({ reason }) => reason instanceof StoreBusy)).toEqual([true, true]);
    await expect(slowHash([1, 2, 3, 4, 5, 6, 7])).resolves.toMatch(/^[\w-]{43}$/);
  });
});

describe.each(testStores)('guessing at pictures, on $name', ({ open }) => {
  const intake = useTestIntake(open);
  const sender = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
  const mine = [201, 17, 99, 240, 3, 156, 42];
  const opened = () => {
    // No new turn comes while a test lasts, however slow the machine.
    const guessing = {
      perNetwork: { burst: 3, every: 86_400_000 },
      together: { burst: 100, every: 86_400_000 },
      patience: 1,
    };
    return createTestApp(intake.store, () => intake.clock, origin, undefined, undefined, { guessing });
  };
  const from = async (app: ReturnType<typeof opened>, address: string, pictures: number[], forwarded?: string) => {
    const headers = { 'Content-Type': 'application/json', ...(forwarded && { 'X-Forwarded-For': forwarded }) };
    const init = { method: 'POST', headers, body: JSON.stringify({ pictures }) };
    return app.request('/api/follow', init, sender(address));
  };

  it('is stopped for a while for one network, with when to come again, and for no other; sending goes on', async () => {
    const app = opened();
    const answers = [];
    for (let guess = 0; guess < 4; guess += 1) {
      answers.push(await from(app, `192.0.2.${guess}`, [guess, 101, 102, 103, 104, 105, 106]));
    }
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 429]);
    expect(answers.at(-1)?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await from(app, '198.51.100.1', mine)).status).toBe(404);
    expect((await send(app, newSent())).status).toBe(201);
  });

  it('costs whoever is right no turn', async () => {
    const app = opened();
    const sent = newSent();
    await send(app, sent);
    await app.request(`/api/submissions/${sent.id}/picture-key`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${sent.key}` },
      body: JSON.stringify({ pictures: mine }),
    });
    for (let time = 0; time < 5; time += 1) expect((await from(app, '192.0.2.1', mine)).status).toBe(200);
  });

  it('is counted by what a proxy on this machine says, and by nothing that anybody else says', async () => {
    const app = opened();
    const guess = (address: string, forwarded: string) => from(app, address, mine, forwarded);
    const statuses = async (address: string, forwarded: (n: number) => string) => {
      const all = await Promise.all(Array.from({ length: 4 }, (_, n) => guess(address, forwarded(n))));
      return all.filter(({ status }) => status === 429).length;
    };
    expect(await statuses('127.0.0.1', (n) => `203.0.113.1, 10.0.${n}.1`)).toBe(0);
    expect(await statuses('192.0.2.9', (n) => `10.0.${n}.1`)).toBe(1);
  });
});

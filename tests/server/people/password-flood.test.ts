import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPasswordChecks } from '../../../src/server/people/password-checks.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { StoreBusy } from '../../../src/server/store/failures.ts';
import { flood } from '../flood.ts';
import { addOfficer, officer, openTestDesk, postJson } from '../open-test-desk.ts';
import { openTestSqlite, testStores } from '../open-test-store.ts';

const address = '/api/auth/sign-in/email';

describe('a flood of wrong passwords', () => {
  it('everybody who is right gets in beside ten who guess on and on from their own address', {
    timeout: 240_000,
  }, async () => {
    const store = await openTestSqlite();
    await addOfficer(store);
    const { app } = openTestDesk(store);
    let made = 0;
    const { wrong, waited } = await flood({
      guessers: 10,
      right: 4,
      guess: async () => {
        // Always at another account: one alone soon rests, and costs nothing.
        made += 1;
        const tried = { email: `nobody-${made}@example.gov.uk`, password: 'not the password' };
        return (await postJson(app, address, tried)).status;
      },
      ask: async () => (await postJson(app, address, officer)).status,
    });
    expect(waited).toHaveLength(4);
    expect(wrong).not.toContain(200);
    // Who is checked next is drawn by lot: some ten wrong ones for each, and hardly ever ten times as many.
    expect(Math.max(...waited)).toBeLessThanOrEqual(130);
    await store.close();
  });

  it('beside a hundred and fifty who never stop, who is checked is anybody: one in some hundred and fifty', async () => {
    // The places in the line and the lot alone, without the slow hash.
    const { inTurn } = createPasswordChecks({ most: 100, patience: 200 });
    const tryOne = (status: number) =>
      inTurn(() => new Promise<number>((resolve) => setTimeout(() => resolve(status), 2))).catch(() => 503);
    const { wrong, waited } = await flood({
      guessers: 150,
      right: 20,
      guess: () => tryOne(401),
      ask: () => tryOne(200),
    });
    expect(waited).toHaveLength(20);
    expect(wrong).toContain(503);
    console.log(`Wrong passwords before each of twenty was in: ${waited.join(', ')}.`);
    expect(Math.max(...waited)).toBeLessThanOrEqual(2_000);
  });

  it('has one checked at a time, and takes somebody’s place when too many wait', async () => {
    const { inTurn } = createPasswordChecks({ most: 3, patience: 60_000 });
    let under = 0;
    let most = 0;
    const letGo: (() => void)[] = [];
    const check = async () => {
      under += 1;
      most = Math.max(most, under);
      await new Promise<void>((resolve) => letGo.push(resolve));
      under -= 1;
    };
    const asked = Array.from({ length: 6 }, () => inTurn(check));
    const ended = Promise.allSettled(asked);
    for (let checked = 0; checked < 4; checked += 1) {
      await expect.poll(() => letGo.length).toBe(checked + 1);
      letGo[checked]?.();
    }
    const refused = (await ended).filter((each) => each.status === 'rejected');
    expect(refused.map(({ reason }) => reason instanceof StoreBusy)).toEqual([true, true]);
    expect(most).toBe(1);
  });

  it('goes on after one that fails', async () => {
    const { inTurn } = createPasswordChecks();
    await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await inTurn(() => Promise.resolve('yes'))).toBe('yes');
  });
});

describe.each(testStores)('guessing at one account, on $name', { timeout: 60_000 }, ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await addOfficer(store);
  });
  afterEach(() => store.close());

  it('is counted by all processes together', async () => {
    const processes = [openTestDesk(store).app, openTestDesk(store).app];
    const wrong = { ...officer, password: 'not the password' };
    const statuses: (number | undefined)[] = [];
    for (let guess = 0; guess < 8; guess += 1) {
      const app = processes[guess % 2];
      statuses.push(app && (await postJson(app, address, wrong)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  });
});

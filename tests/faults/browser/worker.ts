import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { Fault } from '../../fault-proxy.ts';
import type { Phone } from '../../journeys/phone.ts';
import { expectOnPhone, send, untilOfflineReady } from '../../journeys/tell.ts';
import { type Ground, type Inject, someOf, times } from './ground.ts';
import { isSubmission, newWordsUntilCheck, untilNothingWaits } from './steps.ts';
import { openSyncWorker, type SyncWorker } from './sync-worker.ts';

const moments: Partial<Record<Fault, string>> = {
  'hold-requests': 'the worker killed before the council has what it sends',
  'hold-replies': 'the worker killed between the commit and the reply',
  none: 'the worker killed at a random moment of its sync',
};

/** With every page closed the worker delivers, and is killed while it does. */
export const killedWorker: Inject = async (ground) => {
  for (const [fault, name] of someOf(ground, Object.entries(moments) as [Fault, string][], 1)) {
    await ground.withPhone(async (phone) => {
      const page = await phone.context().newPage();
      await page.goto(ground.proxy.url);
      await untilOfflineReady(page);
      const worker = await openSyncWorker(phone, ground.proxy.url);
      await page.close();
      for (const _ of times(ground, 8, 1)) await once(ground, { phone, worker, fault, name });
    });
  }
};

interface Trial {
  phone: Phone;
  worker: SyncWorker;
  fault: Fault;
  name: string;
}

async function once(ground: Ground, { phone, worker, fault, name }: Trial): Promise<void> {
  const { proxy, ledger, chance } = ground;
  const page = await phone.context().newPage();
  const words = await newWordsUntilCheck(ground, name, page);
  await proxy.set('server-error', isSubmission);
  await send(page);
  await expectOnPhone(page);
  await page.close();

  await proxy.set(fault, isSubmission);
  const before = proxy.injected();
  await worker.wake();
  if (fault === 'none') await pause(chance.below(120));
  else await expect.poll(() => proxy.injected(), { timeout: 60_000 }).toBeGreaterThan(before);
  if (fault === 'hold-replies') await ledger.untilThere(words);
  await worker.kill();
  ledger.injected(name);

  await proxy.set('none');
  await worker.wake();
  await ledger.untilThere(words);
  const again = await phone.context().newPage();
  await again.goto(`${proxy.url}/follow`);
  await untilNothingWaits(again);
  ledger.isSaidToBeThere(name, words);
  await again.close();
}

import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import type { Phone } from '../../journeys/phone.ts';
import { expectOnPhone, send, untilOfflineReady } from '../../journeys/tell.ts';
import { type Ground, type Inject, someOf, times } from './ground.ts';
import { carryOnUntilCheck, keptHere, newWordsUntilCheck, untilNothingWaits } from './steps.ts';
import { openSyncWorker, type SyncWorker } from './sync-worker.ts';

const drainAtOnce = 'eight tabs and the worker draining at once';
const drainAndLose = 'the same, with the first replies lost';
const sendAtOnce = 'one draft sent from eight tabs at once';

const manyTabs = 8;
/** So many wait to be sent. */
const atOnce = 4;

/** Whatever makes the outbox go does so in eight tabs and the worker in the same moment. */
export const manyAtOnce: Inject = async (ground) => {
  await ground.withPhone(async (phone) => {
    const first = await phone.context().newPage();
    await first.goto(ground.proxy.url);
    await untilOfflineReady(first);
    const worker = await openSyncWorker(phone, ground.proxy.url);
    const others = await Promise.all([...Array(manyTabs - 1)].map(() => phone.context().newPage()));
    const tabs = [first, ...others];
    const kinds = [
      () => drainFromAll(ground, { phone, tabs, worker, fault: drainAtOnce }),
      () => drainFromAll(ground, { phone, tabs, worker, fault: drainAndLose }),
      () => sendFromAll(ground, tabs),
    ];
    for (const kind of someOf(ground, kinds, 1)) for (const _ of times(ground, 3, 1)) await kind();
  });
};

interface Trial {
  phone: Phone;
  tabs: Page[];
  worker: SyncWorker;
  fault: string;
}

async function drainFromAll(ground: Ground, { phone, tabs, worker, fault }: Trial): Promise<void> {
  const { proxy, ledger, chance } = ground;
  const [first] = tabs as [Page];
  await Promise.all(tabs.map((tab) => tab.goto(`${proxy.url}/follow`)));
  await phone.context().setOffline(true);
  const waiting: string[] = [];
  for (let queued = 0; queued < atOnce; queued += 1) {
    waiting.push(await newWordsUntilCheck(ground, fault, first));
    await send(first);
    await expectOnPhone(first);
  }
  if (fault === drainAndLose) await proxy.set('lose-replies', ({ method }) => method === 'PUT');
  // Every tab hears that the network is back.
  await Promise.all([phone.context().setOffline(false), worker.wake()]);
  ledger.injected(fault);
  if (fault === drainAndLose) {
    await pause(chance.below(600));
    await proxy.set('none');
    await Promise.all(tabs.map((tab) => tab.goto(`${proxy.url}/follow`)));
  }
  await untilNothingWaits(first);
  for (const words of waiting) ledger.isSaidToBeThere(fault, words);
}

async function sendFromAll(ground: Ground, tabs: readonly Page[]): Promise<void> {
  const { proxy, ledger } = ground;
  const [first] = tabs as [Page];
  const words = await newWordsUntilCheck(ground, sendAtOnce, first);
  // One after the other: only the one in front is drawn at once.
  for (const tab of tabs) {
    await tab.goto(proxy.url);
    await carryOnUntilCheck(tab);
  }
  ledger.injected(sendAtOnce);
  // Pressed by the pages themselves, in one moment. Whoever comes too late has nothing left to press.
  await Promise.all(tabs.map((tab) => tab.evaluate(pressSend)));
  await expect.poll(() => keptHere(first), { timeout: 180_000 }).toEqual({ drafts: 0, outbox: 0 });
  ledger.isSaidToBeThere(sendAtOnce, words);
}

/** Runs in the page. */
function pressSend(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('main button')];
  buttons.find(({ textContent }) => textContent === 'Send')?.click();
}

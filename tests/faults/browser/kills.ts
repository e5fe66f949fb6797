import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import type { Phone } from '../../journeys/phone.ts';
import { send, untilOfflineReady } from '../../journeys/tell.ts';
import { countAwaits } from './awaits.ts';
import { type Ground, type Inject, times } from './ground.ts';
import { carryOnUntilCheck, keptHere, newWordsUntilCheck, untilNothingWaits } from './steps.ts';

const atAwait = 'the browser killed at an await after "Send"';
const atRandom = 'the browser killed at a random moment after "Send"';

/** A phone is used up after so many: everything it has sent is asked about at each start. */
const onOnePhone = 12;

/** The browser's process ends with SIGKILL between "Send" and the receipt's being kept. */
export const killedBrowser: Inject = async (ground) => {
  const stops = ground.isWhole ? await everyAwait(ground) : times(ground, 0, 2).map(() => 1 + ground.chance.below(60));
  await inPhonefuls(ground, stops, (phone, stopAt) => killAt(ground, phone, stopAt));
  await inPhonefuls(ground, times(ground, 40, 1), (phone) => killAtRandom(ground, phone));
};

async function inPhonefuls<Item>(
  ground: Ground,
  items: readonly Item[],
  work: (phone: Phone, item: Item) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < items.length; from += onOnePhone) {
    await ground.withPhone(async (phone) => {
      for (const item of items.slice(from, from + onOnePhone)) await work(phone, item);
    });
  }
}

/** All the steps at which the app waits from "Send" until nothing waits to be sent any more. */
async function everyAwait(ground: Ground): Promise<number[]> {
  const awaits: string[] = [];
  await ground.withPhone(async (phone) => {
    const page = await phone.context().newPage();
    await ready(page, ground, 0);
    await newWordsUntilCheck(ground, atAwait, page);
    page.on('console', (message) => void (message.text().startsWith('await ') && awaits.push(message.text())));
    await send(page);
    await untilNothingWaits(page);
  });
  ground.say(`Between "Send" and the receipt kept the app waits at ${awaits.length} steps.`);
  return awaits.map((_, index) => index + 1);
}

async function ready(page: Page, { proxy }: Ground, stopAt: number): Promise<void> {
  await page.addInitScript(countAwaits, stopAt);
  await page.goto(proxy.url);
  await untilOfflineReady(page);
  // With the council's key it is sealed, which is most of what there is to wait for.
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('heard-council-key')), { timeout: 30_000 })
    .toContain('fingerprint');
}

async function killAt(ground: Ground, phone: Phone, stopAt: number): Promise<void> {
  const page = await phone.context().newPage();
  await ready(page, ground, stopAt);
  const words = await newWordsUntilCheck(ground, atAwait, page);
  const stopped = page.waitForEvent('console', { predicate: (message) => message.text() === 'stopped' });
  // The last steps are not there each time: then it has all been done, and is killed after that, which does not count.
  const done = untilNothingWaits(page).then(() => pause(500));
  await send(page);
  const isStopped = await Promise.race([
    stopped.then(() => true),
    done.then(() => false).catch(() => stopped.then(() => true)),
  ]);
  await killAndComeBack(ground, phone, atAwait, words);
  if (isStopped) ground.ledger.injected(atAwait);
  else ground.say(`Step ${stopAt} was not there this time.`);
  await Promise.allSettled([stopped, done]);
}

async function killAtRandom(ground: Ground, phone: Phone): Promise<void> {
  const page = await phone.context().newPage();
  await ready(page, ground, 0);
  const words = await newWordsUntilCheck(ground, atRandom, page);
  const moment = ground.chance.below(250);
  const sent = send(page).catch(() => undefined);
  await pause(moment);
  await killAndComeBack(ground, phone, atRandom, words);
  ground.ledger.injected(atRandom);
  await sent;
}

async function killAndComeBack(ground: Ground, phone: Phone, fault: string, words: string): Promise<void> {
  const { ledger, proxy } = ground;
  await phone.kill();
  const page = await (await phone.open()).newPage();
  await page.goto(proxy.url);
  // The app has begun: what was sent is on its way, and what was not is offered.
  await page.waitForFunction(() => Reflect.get(globalThis, 'heardIsReady'));
  if ((await keptHere(page)).drafts > 0) {
    await carryOnUntilCheck(page);
    await send(page);
  }
  await untilNothingWaits(page);
  ledger.isSaidToBeThere(fault, words);
  await ledger.untilThere(words);
}

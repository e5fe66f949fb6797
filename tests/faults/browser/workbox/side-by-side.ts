import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { type Fault, type FaultProxy, startFaultProxy } from '../../../fault-proxy.ts';
import type { Phone } from '../../../journeys/phone.ts';
import { expectOnPhone, send, untilOfflineReady } from '../../../journeys/tell.ts';
import type { Row } from '../../table.ts';
import { type Ground, type Inject, someOf, times } from '../ground.ts';
import { isSubmission, newWordsUntilCheck, tryToSendNow, untilNothingWaits } from '../steps.ts';
import { openPlace, type Place } from './place.ts';
import type { Order, Push } from './queue-worker.ts';

const faults: Partial<Record<Fault, string>> = {
  'server-error': 'a 500',
  'lose-replies': 'a lost reply',
  'hold-requests': 'a kill in the middle of a replay',
};
const targets = ['a plain intake', 'Heard’s intake'] as const;

/** In each row. */
const rounds = { whole: 4, part: 1 };

/** The same three faults, one each time, met by Heard's queue and by Workbox's. Where Workbox is known to fail, it must. */
export const besideWorkbox: Inject = async (ground) => {
  const place = await openPlace(ground.heard.url);
  const proxy = await startFaultProxy(place.url);
  try {
    for (const [fault, name] of someOf(ground, Object.entries(faults) as [Fault, string][], 1)) {
      for (const _ of times(ground, rounds.whole, rounds.part))
        await ground.withPhone((phone) => heard(ground, phone, fault, name));
      for (const target of targets) await workbox(ground, { place, proxy, fault, name, target });
    }
  } finally {
    await proxy.close();
    await place.close();
  }
};

async function heard(ground: Ground, phone: Phone, fault: Fault, what: string): Promise<void> {
  const { proxy, ledger } = ground;
  const name = `${what}: Heard’s queue`;
  const page = await phone.context().newPage();
  await page.goto(proxy.url);
  await untilOfflineReady(page);
  const words = await newWordsUntilCheck(ground, name, page);
  const before = proxy.injected();
  await proxy.set(fault, isSubmission);
  await send(page);
  await expectOnPhone(page);
  await expect.poll(() => proxy.injected(), { timeout: 60_000 }).toBeGreaterThan(before);
  ledger.injected(name);
  let seen = page;
  if (fault === 'hold-requests') {
    await phone.kill();
    seen = await (await phone.open()).newPage();
  }
  await proxy.set('none');
  if (seen === page) await tryToSendNow(page);
  else await seen.goto(proxy.url);
  await untilNothingWaits(seen);
  ledger.isSaidToBeThere(name, words);
}

interface Trial {
  place: Place;
  proxy: FaultProxy;
  fault: Fault;
  name: string;
  target: (typeof targets)[number];
}

/** Puts a row beside Heard's. */
async function workbox(ground: Ground, trial: Trial): Promise<void> {
  const { fault, name, target, place } = trial;
  const mustHave = knownFor(fault, target);
  const row: Row = { fault: `${name}: Workbox’s queue, ${target}`, injected: 0, sent: 0, lost: 0, doubled: 0 };
  let waiting = 0;
  for (const round of times(ground, rounds.whole, rounds.part)) {
    await ground.withPhone(async (phone) => {
      const words = `By Workbox: ${name}, ${target}, ${round}.`;
      const left = await push(phone, trial, words);
      const there = target === 'a plain intake' ? place.times(words) : ground.ledger.times(words);
      row.injected += 1;
      row.sent += 1;
      if (there > 1) row.doubled += 1;
      if (there === 0 && left === 0) row.lost += 1;
      if (there === 0 && left > 0) waiting += 1;
    });
  }
  if (waiting > 0) ground.say(`${row.fault}: ${waiting} of ${row.sent} still wait in its queue.`);
  ground.ledger.beside({ ...row, ...(mustHave && { mustHave }) });
}

/** Where one reply was lost it sends twice, of which Heard's intake makes one; it keeps nothing once it was answered or killed. */
function knownFor(fault: Fault, target: Trial['target']): Row['mustHave'] {
  if (fault !== 'lose-replies') return 'lost';
  return target === 'a plain intake' ? 'doubled' : undefined;
}

/** Gives how many its queue still holds when all is well again and it has been asked to replay. */
async function push(phone: Phone, { proxy, fault, target }: Trial, words: string): Promise<number> {
  let page = await openQueue(phone, proxy.url);
  const before = proxy.injected();
  await proxy.set(fault, ({ method }) => method !== 'GET');
  await order(page, { order: 'push', ...requestOf(target, words) });
  // With a network the browser fires the sync as soon as Workbox asks for one.
  await expect.poll(() => proxy.injected(), { timeout: 60_000 }).toBeGreaterThan(before);
  if (fault === 'lose-replies') await untilPutBack(page);
  if (fault === 'hold-requests') {
    await phone.kill();
    await phone.open();
  }
  await proxy.set('none');
  if (fault === 'hold-requests') page = await openQueue(phone, proxy.url);
  await order(page, { order: 'replay' }).catch(() => undefined);
  return Number(await order(page, { order: 'size' }));
}

/** What Workbox has taken out of its queue goes back a moment after the connection broke. */
async function untilPutBack(page: Page): Promise<void> {
  await expect.poll(() => order(page, { order: 'size' }), { timeout: 60_000 }).toBe(1);
}

function requestOf(target: Trial['target'], words: string): Omit<Push, 'order'> {
  const body = JSON.stringify({ version: 1, kind: 'comment', words });
  const headers = { 'Content-Type': 'application/json' };
  if (target === 'a plain intake') return { address: '/intake', method: 'POST', headers, body };
  const authorization = { Authorization: 'Bearer follow-key-of-22-chars' };
  const address = `/api/submissions/${randomUUID()}`;
  return { address, method: 'PUT', headers: { ...headers, ...authorization }, body };
}

async function openQueue(phone: Phone, url: string): Promise<Page> {
  const page = await phone.context().newPage();
  await page.goto(url);
  await page.evaluate(async () => {
    const controlled = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
    await navigator.serviceWorker.register('/worker.js');
    if (!navigator.serviceWorker.controller) await controlled;
  });
  return page;
}

function order(page: Page, given: Order): Promise<unknown> {
  return page.evaluate(
    (told) =>
      new Promise((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.value));
        navigator.serviceWorker.controller?.postMessage(told, [port2]);
      }),
    given,
  );
}

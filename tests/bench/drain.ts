import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { OutboxItem } from '../../src/device/outbox.ts';
import { SealingKeyTold, sealedType } from '../../src/domain/sealing.ts';
import { seal } from '../../src/server/sealing/seal.ts';
import { browserLaunch } from '../../tooling/browser.mjs';
import { startHeard } from '../heard-server.ts';
import { median } from './load.ts';
import type { Bench } from './run.ts';

const items = 200;
/** How many times the floor it may take: each item is also settled on the phone's disk, strictly, before the next. */
const most = 4;

/** How long 200 items that wait take to go, one after the other, beside bare requests with the same bytes from a page. */
export const drain: Bench = {
  name: 'drain',
  async run(rounds = 3) {
    const server = await startHeard({ LOG_LEVEL: 'error' });
    const browser = await chromium.launch(browserLaunch());
    const measured: { heard: number; bare: number }[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) measured.push(await measure(browser, server.url));
    } finally {
      await browser.close();
      await server.remove();
    }
    const middle = (name: 'heard' | 'bare') => median(measured.map((each) => each[name]));
    const row = (what: string, name: 'heard' | 'bare') => ({
      what,
      'ms, median': Math.round(middle(name)),
      'an item': Number((middle(name) / items).toFixed(1)),
      rounds: measured.map((each) => Math.round(each[name])).join(' '),
    });
    const ratio = middle('heard') / middle('bare');
    return {
      title: `${items} sealed items that wait on a phone, until the last is with the council; median of ${rounds} rounds`,
      rows: [row('Heard', 'heard'), row('bare requests, one after the other', 'bare')],
      verdicts: [{ what: `${ratio.toFixed(2)} times the bare requests, ${most} at most`, holds: ratio <= most }],
    };
  },
};

async function measure(browser: Browser, url: string): Promise<{ heard: number; bare: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/follow`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await putIntoOutbox(page, await sealedItems(url));
  await page.goto(`${url}/follow`);
  // From the moment in which the network is back until nothing waits any more.
  const heard = page.evaluate(untilNothingWaits);
  await context.setOffline(false);
  const bareItems = await sealedItems(url);
  const measured = { heard: await heard, bare: await page.evaluate(sendBare, { bareItems, type: sealedType }) };
  await context.close();
  return measured;
}

async function sealedItems(url: string): Promise<OutboxItem[]> {
  const { key } = SealingKeyTold.parse(await (await fetch(`${url}/api/sealing-key`)).json());
  const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');
  return Promise.all(
    Array.from({ length: items }, async (_, index): Promise<OutboxItem> => {
      const [id, followKey] = [randomUUID(), randomBytes(16).toString('base64url')];
      const said = { version: 1, kind: 'complaint', words: `Nobody rang. ${index}`, voice: 'young-person' };
      const body = await seal(JSON.stringify(said), key, { id, deposit: hashOf(followKey) });
      const queuedAt = new Date(Date.now() + index).toISOString();
      return { id, digest: hashOf(body), form: 'sealed', body, followKey, queuedAt, attempts: 0, notBefore: 0 };
    }),
  );
}

function putIntoOutbox(page: Page, waiting: OutboxItem[]): Promise<void> {
  return page.evaluate(async (all) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('heard');
      opening.onsuccess = () => resolve(opening.result);
    });
    const trx = db.transaction(['outbox', 'sent'], 'readwrite');
    for (const item of all) {
      trx.objectStore('outbox').put(item);
      const { id, followKey, queuedAt } = item;
      trx.objectStore('sent').put({ id, followKey, kind: 'complaint', queuedAt });
    }
    await new Promise((resolve) => trx.addEventListener('complete', resolve));
    db.close();
  }, waiting);
}

/** Runs in the page. */
async function untilNothingWaits(): Promise<number> {
  if (!navigator.onLine) await new Promise((resolve) => addEventListener('online', resolve, { once: true }));
  const begun = performance.now();
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('heard');
    opening.onsuccess = () => resolve(opening.result);
  });
  for (;;) {
    const left = await new Promise<number>((resolve) => {
      const counting = db.transaction('outbox').objectStore('outbox').count();
      counting.onsuccess = () => resolve(counting.result);
    });
    if (left === 0) return performance.now() - begun;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Runs in the page. */
async function sendBare({ bareItems, type }: { bareItems: OutboxItem[]; type: string }): Promise<number> {
  const begun = performance.now();
  for (const { id, body, followKey } of bareItems) {
    const headers = { 'Content-Type': type, Authorization: `Bearer ${followKey}` };
    const answer = await fetch(`/api/submissions/${id}`, { method: 'PUT', headers, body });
    if (!answer.ok) throw new Error(`The council's server said ${answer.status}.`);
    await answer.json();
  }
  return performance.now() - begun;
}

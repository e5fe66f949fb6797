import { type Browser, chromium, type Page } from '@playwright/test';
import { browserLaunch } from '../../tooling/browser.mjs';
import { startHeard } from '../heard-server.ts';
import { expectOnPhone, send as pressSend, tellUntilCheck } from '../journeys/tell.ts';
import { median } from './load.ts';
import type { Bench } from './run.ts';

/** What a person does not notice, in milliseconds: a tenth of a second is felt as at once. */
const most = 100;

interface Measured {
  /** From the press on "Send" until the outbox is on the disk. */
  heard: number;
  /** One strict transaction that puts the same bytes, and nothing else. */
  bare: number;
}

/** How long it takes from "Send" until it is durable on the phone, beside writing the same bytes in the same browser. */
export const send: Bench = {
  name: 'send',
  async run(rounds = 7) {
    const server = await startHeard({ LOG_LEVEL: 'error' });
    const browser = await chromium.launch(browserLaunch());
    const measured: Measured[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) measured.push(await measure(browser, server.url));
    } finally {
      await browser.close();
      await server.remove();
    }
    const middle = (name: keyof Measured) => median(measured.map((each) => each[name]));
    const row = (what: string, name: keyof Measured) => ({
      what,
      'ms, median': Number(middle(name).toFixed(1)),
      rounds: measured.map((each) => each[name].toFixed(1)).join(' '),
    });
    return {
      title: `from "Send" until it is on the phone’s disk, sealed; median of ${rounds} rounds`,
      rows: [row('Heard', 'heard'), row('a bare strict put of the same bytes', 'bare')],
      verdicts: [
        { what: `durable after ${middle('heard').toFixed(1)} ms, ${most} at most`, holds: middle('heard') <= most },
      ],
    };
  },
};

async function measure(browser: Browser, url: string): Promise<Measured> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(timeSending);
  await page.goto(url);
  await page.waitForFunction(() => localStorage.getItem('heard-council-key') !== null);
  await tellUntilCheck(page, url);
  await context.setOffline(true);
  await pressSend(page);
  await expectOnPhone(page);
  const heard = await page.evaluate(() => {
    const [pressed, durable] = ['pressed', 'durable'].map((mark) => performance.getEntriesByName(mark)[0]?.startTime);
    return (durable ?? Number.NaN) - (pressed ?? Number.NaN);
  });
  const bare = await barePut(page);
  await context.close();
  return { heard, bare };
}

/** Runs in the page, before its own scripts: marks the press, and the outbox's strict commit. */
function timeSending(): void {
  addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('main button')?.textContent === 'Send')
        performance.mark('pressed');
    },
    { capture: true },
  );
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const made = transaction.call(this, stores, mode, options);
    const isSending = mode === 'readwrite' && ['drafts', 'outbox', 'sent'].every((name) => [...stores].includes(name));
    if (isSending) made.addEventListener('complete', () => performance.mark('durable'));
    return made;
  };
}

/** The item as it lies in the outbox, written again by itself into a database of its own. */
function barePut(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const done = <Result>(asked: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const heard = await done(indexedDB.open('heard'));
    const [item] = await done(heard.transaction('outbox').objectStore('outbox').getAll());
    heard.close();
    const opening = indexedDB.open('bare');
    opening.onupgradeneeded = () => opening.result.createObjectStore('items', { keyPath: ['id', 'digest'] });
    const bare = await done(opening);
    const begun = performance.now();
    const trx = bare.transaction('items', 'readwrite', { durability: 'strict' });
    trx.objectStore('items').put(item);
    await new Promise((resolve) => trx.addEventListener('complete', resolve));
    return performance.now() - begun;
  });
}

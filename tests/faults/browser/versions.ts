import { createHash, randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { Phone } from '../../journeys/phone.ts';
import { expectCouncilHasIt, expectOnPhone, send, untilOfflineReady } from '../../journeys/tell.ts';
import { type Ground, type Inject, times } from './ground.ts';
import { buildNewerVersion, type NewerVersion } from './newer-version.ts';
import { answerUntilCheck, isSubmission, loseReply, newWordsUntilCheck, untilNothingWaits } from './steps.ts';

const workerUpdate = 'a newer worker takes over with something queued';
const appUpdate = 'a newer app and database take over with something queued';
const oldTab = 'a tab of the older version sends beside a newer database';
const oldTabLoses = 'the same, and the first reply is lost';
const oldDatabase = 'a database of an older version, with something queued, is upgraded';

/** What is on a phone outlives the version of the app that put it there. */
export const changedVersion: Inject = async (ground) => {
  await ground.withPhone(async (phone) => {
    for (const round of times(ground, 4, 1)) await newerWorker(ground, phone, round);
  });
  for (const round of times(ground, 4, 1))
    await ground.withPhone((phone) => upgradeFrom(ground, phone, 1 + (round % 2)));
  if (!ground.isWhole) return;
  const newer = await buildNewerVersion();
  try {
    for (const fault of [appUpdate, oldTab, oldTabLoses])
      await withPhones(ground, times(ground, 3, 0).length, (phones) => newerApp(ground, phones, { fault, newer }));
  } finally {
    newer.remove();
  }
};

async function newerWorker(ground: Ground, phone: Phone, round: number): Promise<void> {
  const { proxy, ledger } = ground;
  const words = await queueOne(ground, phone, workerUpdate);
  proxy.append('/sw.js', `\n// Newer: ${round}.`);
  const page = await takeNewer(phone, proxy.url);
  ledger.injected(workerUpdate);
  await thenItGoes(ground, page, workerUpdate, words);
}

async function queueOne(ground: Ground, phone: Phone, fault: string): Promise<string> {
  const { proxy } = ground;
  const page = await phone.context().newPage();
  const words = await standAtSend(ground, page, fault);
  await proxy.set('server-error', isSubmission);
  await send(page);
  await expectOnPhone(page);
  await page.close();
  return words;
}

async function standAtSend(ground: Ground, page: Page, fault: string): Promise<string> {
  await page.goto(ground.proxy.url);
  await untilOfflineReady(page);
  return newWordsUntilCheck(ground, fault, page);
}

/** The person agrees to the newer version. Gives the page, which is then of that version. */
async function takeNewer(phone: Phone, url: string): Promise<Page> {
  const page = await phone.context().newPage();
  await page.goto(url);
  const use = page.getByRole('button', { name: 'Use it' });
  await expect(use).toBeVisible({ timeout: 60_000 });
  await Promise.all([page.waitForEvent('load', { timeout: 60_000 }), use.click()]);
  return page;
}

async function thenItGoes({ proxy, ledger }: Ground, page: Page, fault: string, words: string): Promise<void> {
  await proxy.set('none');
  await page.goto(`${proxy.url}/follow`);
  await untilNothingWaits(page);
  ledger.isSaidToBeThere(fault, words);
  await page.close();
}

interface Trial {
  fault: string;
  newer: NewerVersion;
}

/** So many phones, open beside each other. */
function withPhones(
  ground: Ground,
  count: number,
  work: (phones: readonly Phone[]) => Promise<void>,
  phones: readonly Phone[] = [],
): Promise<void> {
  if (phones.length === count) return work(phones);
  return ground.withPhone((phone) => withPhones(ground, count, work, [...phones, phone]));
}

/** For all the phones at once, for what takes longest is that another version of the server starts. */
async function newerApp(ground: Ground, phones: readonly Phone[], { fault, newer }: Trial): Promise<void> {
  const { heard, proxy, ledger } = ground;
  const stands: { phone: Phone; stand: OlderStand }[] = [];
  for (const phone of phones) stands.push({ phone, stand: await standAsOlder(ground, phone, fault) });
  await heard.stop();
  await heard.start({}, newer.folder);
  try {
    const taken: { page: Page; stand: OlderStand }[] = [];
    for (const { phone, stand } of stands) {
      const page = await takeNewer(phone, proxy.url);
      await expect.poll(() => databaseVersion(page), { timeout: 60_000 }).toBe(newer.database);
      ledger.injected(fault);
      taken.push({ page, stand });
    }
    // Only now: what waited on the other phones would have gone as well.
    for (const { page, stand } of taken) {
      if (stand.older) await sendFromOlder(ground, stand.older, fault, stand.words);
      await thenItGoes(ground, page, fault, stand.words);
    }
  } finally {
    await heard.stop();
    await heard.start();
  }
}

/** What stands on a phone of the older version: something that waits, or a tab that is only looked at. */
interface OlderStand {
  words: string;
  older?: Page;
}

async function standAsOlder(ground: Ground, phone: Phone, fault: string): Promise<OlderStand> {
  if (fault === appUpdate) return { words: await queueOne(ground, phone, fault) };
  // It is only looked at while another tab becomes the newer version: with a draft open there, none may.
  const older = await phone.context().newPage();
  await older.goto(ground.proxy.url);
  await untilOfflineReady(older);
  await older.goto(`${ground.proxy.url}/tell`);
  return { words: ground.ledger.newWords(fault), older };
}

async function sendFromOlder(ground: Ground, older: Page, fault: string, words: string): Promise<void> {
  await older.getByRole('textbox').fill(words);
  await answerUntilCheck(older);
  if (fault === oldTabLoses) await loseReply(ground, older);
  await send(older);
  await expectCouncilHasIt(older);
  ground.ledger.isSaidToBeThere(fault, words);
}

function databaseVersion(page: Page): Promise<number | undefined> {
  return page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'heard')?.version);
}

/** As the first versions of the app laid it there. */
async function upgradeFrom(ground: Ground, phone: Phone, version: number): Promise<void> {
  const { proxy, ledger } = ground;
  const words = ledger.newWords(oldDatabase);
  const body = JSON.stringify({ version: 1, kind: 'complaint', words });
  const known = { id: randomUUID(), followKey: 'follow-key-of-22-chars', queuedAt: '2026-11-20T10:00:00.000Z' };
  const digest = createHash('sha256').update(body).digest('base64url');
  const item = { ...known, digest, form: 'plain', body, attempts: 3, notBefore: 0 };
  const page = await phone.context().newPage();
  // An address of this origin on which nothing of the app runs.
  await page.goto(`${proxy.url}/api/health`);
  await page.evaluate(layAsThen, { version, item, sent: { ...known, kind: 'complaint' } });
  ledger.injected(oldDatabase);
  await thenItGoes(ground, page, oldDatabase, words);
}

/** Runs in the page. */
function layAsThen({ version, item, sent }: { version: number; item: object; sent: object }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('heard', version);
    opening.onupgradeneeded = () => {
      const db = opening.result;
      db.createObjectStore('drafts', { keyPath: 'id' });
      db.createObjectStore('outbox', { keyPath: ['id', 'digest'] });
      db.createObjectStore('sent', { keyPath: 'id' });
      if (version > 1) db.createObjectStore('helper');
    };
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const trx = opening.result.transaction(['outbox', 'sent'], 'readwrite');
      trx.objectStore('outbox').put(item);
      trx.objectStore('sent').put(sent);
      trx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

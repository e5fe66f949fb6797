import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { HeardServer } from '../heard-server.ts';
import { councilHas } from './officer.ts';

export { councilHas };

/** The steps of a person, named as a person would, for journeys to be told with. */
export const someWords = 'My worker said she would ring on Tuesday. She did not.';

/** Opens `/tell`, says something and goes on to "Is this right?". */
export async function tellUntilCheck(page: Page, url: string, words = someWords): Promise<void> {
  await page.goto(`${url}/tell`);
  await page.getByRole('textbox').fill(words);
  await next(page, 'Next');
  await choose(page, 'Something is wrong');
  await safeUntilCheck(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this right?', { timeout: 30_000 });
}

/** What a young person is asked behind the words of a complaint, who is safe, wants no more and is answered here. */
export async function safeUntilCheck(page: Page, advocate = 'Yes, please'): Promise<void> {
  await next(page, 'Skip this');
  await next(page, 'Yes');
  await advocateUntilCheck(page, advocate);
}

/** The last two of it. */
export async function advocateUntilCheck(page: Page, advocate = 'Yes, please'): Promise<void> {
  await choose(page, advocate);
  await choose(page, 'Here in this app');
}

export async function choose(page: Page, choice: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: choice }).click();
}

/** Chooses words, size or letters under "How it looks", and folds it away again. */
export async function chooseLook(page: Page, ...names: string[]): Promise<void> {
  await page.getByRole('button', { name: 'How it looks' }).click();
  for (const name of names) await page.getByRole('radio', { name, exact: true }).check();
  await page.getByRole('button', { name: 'Done' }).click();
}

export async function next(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
}

export async function send(page: Page): Promise<void> {
  await next(page, 'Send');
}

export async function expectOnPhone(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('It is on this phone', { timeout: 30_000 });
}

export async function expectCouncilHasIt(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The council has it', { timeout: 30_000 });
}

/** One visit with a network, and then none. */
export async function openThenGoOffline(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await untilOfflineReady(page);
  await page.context().setOffline(true);
}

/** Waits until the worker has put the whole app away for use without a network. */
export async function untilOfflineReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** The app is put away, with the key to seal to. */
export async function untilReadyToSeal(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await untilOfflineReady(page);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('heard-council-key'))).toContain('fingerprint');
}

/** Only with words: how often the council has them, over all cases and versions. */
export async function timesTheCouncilHas(heard: HeardServer, words: string): Promise<number> {
  const cases = await councilHas(heard);
  return cases.flatMap(({ versions }) => versions).filter((version) => version.words === words).length;
}

/** Every address asked for by any page or worker of a browser. */
export function watchRequests(context: BrowserContext): string[] {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  return asked;
}

/** Until what was typed is in the phone's own storage. */
export async function untilStored(page: Page, words: string): Promise<void> {
  await expect
    .poll(async () => (await storedDrafts(page)).flatMap(({ answers }) => Object.values(answers)))
    .toContain(words);
}

/**
 * Does something that changes a draft, and waits until the phone has kept it: a page that is left in the very moment
 * of a press goes on one step before.
 */
export async function andKept(page: Page, act: () => Promise<void>): Promise<void> {
  const since = await page.evaluate(() => new Date().toISOString());
  await act();
  const isKept = async () => (await storedDrafts(page)).some(({ changedAt }) => changedAt >= since);
  await expect.poll(isKept).toBe(true);
}

/** The drafts as the phone's own app reads them: each lies hidden under a key that is a file beside the database. */
function storedDrafts(page: Page): Promise<{ answers: { words?: string }; changedAt: string }[]> {
  return page.evaluate(async () => {
    interface Lying {
      key?: string;
      hidden: Uint8Array<ArrayBuffer>;
      lock?: string;
    }
    const lying = await new Promise<Lying[]>((resolve) => {
      const opening = indexedDB.open('heard');
      // The app has not come yet: looking must not make its database.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onerror = () => resolve([]);
      opening.onsuccess = () => {
        const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
        reading.onsuccess = () => {
          opening.result.close();
          resolve(reading.result);
        };
      };
    });
    const reveal = async ({ key, hidden }: Lying) => {
      const root = await navigator.storage.getDirectory();
      const file = await (await root.getDirectoryHandle('draft-keys')).getFileHandle(key ?? '');
      const bytes = await (await file.getFile()).arrayBuffer();
      const opener = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
      const nonce = { name: 'AES-GCM', iv: hidden.slice(0, 12) };
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(nonce, opener, hidden.slice(12))));
    };
    return Promise.all(lying.filter(({ lock }) => !lock).map((each) => (each.key ? reveal(each) : each)));
  });
}

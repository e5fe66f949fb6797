import { expect, type Page } from '@playwright/test';
import { send, tellUntilCheck } from '../../journeys/tell.ts';
import type { Ground } from './ground.ts';

/** What this phone keeps, by the app's own stores. */
export interface KeptHere {
  drafts: number;
  outbox: number;
}

/** Looks past the app, and never makes its database. */
export function keptHere(page: Page): Promise<KeptHere> {
  return page.evaluate(
    () =>
      new Promise<{ drafts: number; outbox: number }>((resolve) => {
        const opening = indexedDB.open('heard');
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve({ drafts: 0, outbox: 0 });
        opening.onsuccess = () => {
          const trx = opening.result.transaction(['drafts', 'outbox']);
          const [drafts, outbox] = ['drafts', 'outbox'].map((store) => trx.objectStore(store).count());
          trx.oncomplete = () => {
            opening.result.close();
            resolve({ drafts: drafts?.result ?? 0, outbox: outbox?.result ?? 0 });
          };
        };
      }),
  );
}

/** Until nothing waits on this phone any more. */
export async function untilNothingWaits(page: Page): Promise<void> {
  await expect.poll(async () => (await keptHere(page)).outbox, { timeout: 180_000 }).toBe(0);
}

/** Until the phone says that the council has it: on the screen, or in its list by keeping nothing to be sent. */
export async function untilSaidToBeThere({ ledger }: Ground, fault: string, page: Page, words: string): Promise<void> {
  if (new URL(page.url()).pathname === '/follow') await untilNothingWaits(page);
  else await expect(page.getByRole('heading', { level: 1 })).toHaveText('The council has it', { timeout: 90_000 });
  ledger.isSaidToBeThere(fault, words);
}

/** Presses "Try to send now", unless it went by itself in that moment: then there is nothing left to press. */
export async function tryToSendNow(page: Page): Promise<void> {
  const there = page.getByRole('heading', { level: 1, name: 'The council has it' });
  const again = page.getByRole('main').getByRole('button', { name: 'Try to send now' });
  await expect(async () => {
    if (!(await there.isVisible())) await again.click({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}

/** Says new words and goes on to "Is this right?". */
export async function newWordsUntilCheck({ ledger, proxy }: Ground, fault: string, page: Page): Promise<string> {
  const words = ledger.newWords(fault);
  await page.bringToFront();
  await tellUntilCheck(page, proxy.url, words);
  return words;
}

const answers = [/^Something is wrong/, /^Yes$/, /^Yes, please/, /^Skip this$/, /^Next$/];

/** Goes on with the one draft of this phone, from wherever it was, until "Is this right?". */
export async function carryOnUntilCheck(page: Page): Promise<void> {
  await page.bringToFront();
  await page.getByRole('main').getByRole('button', { name: 'Carry on with what you started' }).click();
  await answerUntilCheck(page);
}

/** From whatever is asked until "Is this right?". */
export async function answerUntilCheck(page: Page): Promise<void> {
  // A tab behind another is drawn once a second or less, and every press waits for that.
  await page.bringToFront();
  const main = page.getByRole('main');
  const check = page.getByRole('heading', { level: 1, name: 'Is this right?' });
  const ways = answers.map((name) => main.getByRole('button', { name }));
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    await expect(check.or(ways.reduce((some, way) => some.or(way))).first()).toBeVisible({ timeout: 60_000 });
    if (await check.isVisible()) return;
    // One that goes away under the press has been pressed before.
    for (const way of ways) if (await way.isVisible()) await way.click({ timeout: 5_000 }).catch(() => undefined);
  }
  throw new Error('The draft does not come to its end.');
}

/** Sent straight to the council, which has it, and the phone does not hear of it: the words stay, to be sent again. */
export async function loseReply({ proxy }: Ground, page: Page): Promise<void> {
  await proxy.set('lose-replies', isSubmission);
  await send(page);
  // Where the phone keeps it, it says so; where it cannot, that it may not have gone.
  const kept = page.getByRole('heading', { level: 1, name: 'It is on this phone' });
  await expect(page.getByRole('alert').or(kept).first()).toBeVisible({ timeout: 60_000 });
  await proxy.set('none');
}

/** What is sent, and not what is said of it afterwards. */
export function isSubmission({ method, path }: { method: string; path: string }): boolean {
  return method === 'PUT' && !path.endsWith('/picture-key');
}

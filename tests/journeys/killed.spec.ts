import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { choose, councilHas, next, send, someWords, tellUntilCheck, timesTheCouncilHas } from './tell.ts';

/**
 * Every moment between pressing "Send" and the receipt being kept, in order. The page is stopped there, for good, and
 * the browser's process killed.
 */
const moments = {
  'the body is being digested': 'digest',
  'the outbox has just been written': 'commit 1',
  'the lock is asked for': 'lock',
  'the request is about to go': 'fetch',
  'the answer has come and was not read': 'answer',
  'the receipt has just been kept': 'commit 2',
} as const;
type Moment = (typeof moments)[keyof typeof moments];

/** Runs in the page: stops it at a moment and says so. */
function stopAt(moment: Moment): void {
  const never = new Promise<never>(() => {});
  const reached = (at: string) => {
    if (at !== moment) return false;
    console.log(`stopped at ${moment}`);
    return true;
  };
  const isPut = (init?: RequestInit) => init?.method === 'PUT';

  const { digest } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.digest = function (...all) {
    return reached('digest') ? never : digest.apply(this, all);
  };
  const { request } = LockManager.prototype;
  LockManager.prototype.request = function (...all: never[]) {
    // The first lock is that of the app's start.
    if (document.querySelector('dl') && reached('lock')) return never;
    return Reflect.apply(request, this, all);
  };
  const original = window.fetch;
  window.fetch = async (address, init) => {
    if (isPut(init) && reached('fetch')) return never;
    const response = await original(address, init);
    return isPut(init) && reached('answer') ? never : response;
  };
  let commits = 0;
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const made = transaction.call(this, stores, mode, options);
    if (mode === 'readwrite' && ['outbox', 'sent'].every((store) => [...stores].includes(store))) {
      commits += 1;
      const count = commits;
      made.addEventListener('complete', () => reached(`commit ${count}`));
    }
    return made;
  };
}

/** As in a browser that cannot wake the worker: it could otherwise be quicker than the page that is stopped. */
function withoutSync(): void {
  Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'sync');
}

async function whereIsIt(page: Page): Promise<'draft' | 'sent'> {
  const draft = page.getByRole('button', { name: 'Carry on with what you started' });
  const sent = page.getByRole('link', { name: 'What you told us' });
  await expect(draft.or(sent)).toHaveCount(1);
  return (await draft.isVisible()) ? 'draft' : 'sent';
}

for (const [when, moment] of Object.entries(moments)) {
  test(`the browser is killed when ${when}: nothing lost, nothing twice`, async ({ phone, heard }) => {
    const context = await phone.open();
    await context.addInitScript(withoutSync);
    await context.addInitScript(stopAt, moment);
    const page = await context.newPage();
    const stopped = page.waitForEvent('console', (message) => message.text() === `stopped at ${moment}`);
    await tellUntilCheck(page, heard.url);
    await send(page);
    await stopped;
    await phone.kill();

    const again = await (await phone.open()).newPage();
    await again.goto(heard.url);
    if ((await whereIsIt(again)) === 'draft') {
      expect(await councilHas(heard)).toEqual([]);
      await choose(again, 'Carry on with what you started');
      await expect(again.getByRole('definition').filter({ hasText: someWords })).toBeVisible();
      await next(again, 'Send');
    }
    await expect.poll(() => timesTheCouncilHas(heard, someWords), { timeout: 30_000 }).toBe(1);
    await again.goto(`${heard.url}/follow`);
    await expect(again.getByText('The council has it')).toBeVisible({ timeout: 30_000 });
    expect(await councilHas(heard)).toHaveLength(1);
  });
}

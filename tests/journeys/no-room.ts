import type { Page } from '@playwright/test';

/**
 * From now on this page finds no room for what is to be sent, as on a full disk. Chromium's own limit, set through
 * DevTools, is not counted at each write, so that nobody knows whether it held.
 */
export async function leaveNoRoom(page: Page): Promise<void> {
  await page.addInitScript(refuseOutbox);
  await page.evaluate(refuseOutbox);
}

/** Runs in the page. */
function refuseOutbox(): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...what) {
    if (this.name === 'outbox') throw new DOMException('Full.', 'QuotaExceededError');
    return put.apply(this, what);
  };
}

import type { Browser, CDPSession, Locator, Page } from '@playwright/test';
import { watchTraffic } from './traffic.ts';

/** Bytes a second, and milliseconds added to every request. */
export const networks = {
  fast: { downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 },
  slow: { downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8, latency: 400 },
};
export type Network = keyof typeof networks;

/** How many times the CPU is slowed: about a phone of the cheapest sort. */
export const slowedBy = 6;

const patience = 60_000;
const tries = 40;

/** One first visit. Times in milliseconds since the navigation began, bytes over the wire with their headers. */
export interface Visit {
  toUsable: { requests: number; bytes: number };
  inAll: { requests: number; bytes: number };
  /** A typed character fired `input` in the text box. */
  usable: number;
  /** The app has taken the page over. Never so on a page without one. */
  alive: number | undefined;
  /** What the main thread spent on scripts. */
  script: number;
  /** The character was still there when all had loaded. */
  isKept: boolean;
}

/** Visits a page with a text box for the first time, on a small slow phone, until nothing loads any more. */
export async function firstVisit(browser: Browser, url: string, network: Network): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    // What the worker puts away is measured by itself, and the other pages have none.
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(patience);
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const { until, quiet } = await watchTraffic(cdp);
    await cdp.send('Performance.enable');
    await cdp.send('Network.emulateNetworkConditions', { offline: false, ...networks[network] });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowedBy });
    await page.addInitScript(probe);

    const response = await page.goto(url, { waitUntil: 'commit' });
    if (!response?.ok()) throw new Error(`${url} answered ${response?.status()}.`);
    await page.waitForFunction(() => globalThis.benchProbe?.isShown, null, { polling: 30 });
    // By its tag, as the probe does: working out the roles of a whole page would be measured with it.
    const box = page.locator('textarea').first();
    await typeUntilTaken(page, box);
    await quiet();
    const { usable, alive } = await page.evaluate(() => globalThis.benchProbe ?? {});
    if (usable === undefined) throw new Error(`${url} took a character without an input event.`);
    const isKept = (await box.inputValue()).includes('a');
    return { usable, alive, isKept, script: await scriptTime(cdp), toUsable: until(usable), inAll: until() };
  } finally {
    await context.close();
  }
}

async function typeUntilTaken(page: Page, box: Locator): Promise<void> {
  for (let i = 0; i < tries; i += 1) {
    await box.focus();
    await page.keyboard.insertText('a');
    if ((await box.inputValue()).includes('a')) return;
  }
  throw new Error('The text box never took a character.');
}

async function scriptTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
}

declare global {
  var benchProbe: { isShown?: boolean; usable?: number; alive?: number } | undefined;
}

/** Runs in the page before its own scripts; nothing of this file is to be had there. */
function probe(): void {
  const seen: NonNullable<typeof globalThis.benchProbe> = {};
  globalThis.benchProbe = seen;
  const look = () => {
    const box = document.querySelector('textarea');
    const { width, height } = box?.getBoundingClientRect() ?? { width: 0, height: 0 };
    if (box && width > 20 && height > 10 && getComputedStyle(box).visibility === 'visible') seen.isShown = true;
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  addEventListener(
    'input',
    () => {
      seen.usable = performance.now();
    },
    true,
  );
  // Set by the app when it has taken the page over.
  Object.defineProperty(globalThis, 'heardIsReady', {
    get: () => seen.alive !== undefined,
    set: () => {
      seen.alive = performance.now();
    },
  });
}

import { type BrowserContext, chromium, type Page, type Request } from '@playwright/test';
import { browserLaunch } from '../../tooling/browser.mjs';
import { startHeard } from '../heard-server.ts';
import { bytesOverTheWire } from './load.ts';
import type { Bench } from './run.ts';

const mostBytes = 500_000;
/** Longer than the app waits for a quiet moment, in milliseconds. */
const longEnough = 5_000;

/** What the worker puts away for use without a network, when it asks for it, and that it spares who saves data. */
export const precache: Bench = {
  name: 'precache',
  async run() {
    const server = await startHeard();
    const browser = await chromium.launch(browserLaunch());
    try {
      const url = `${server.url}/tell`;
      const first = await visit(await browser.newContext(), url, untilPutAway);
      const paths = await putAway(first.page);
      const sizes = await Promise.all(paths.map((path) => bytesOverTheWire(server.url + path)));
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      const spared = await visit(
        await browser.newContext(),
        url,
        (page) => page.waitForTimeout(longEnough),
        savingData,
      );
      const workers = first.asked.filter(isWorkers);
      const early = workers.filter((each) => startOf(each) < first.settled);
      const kB = (size: number) => Number((size / 1000).toFixed(1));
      return {
        title: 'what the worker puts away at the first visit of /tell',
        rows: paths.map((path, index) => ({ file: path, 'kB compressed': kB(sizes[index] ?? 0) })),
        verdicts: [
          {
            what: `${paths.length} files, ${kB(bytes)} kB compressed, ${kB(mostBytes)} kB at most`,
            holds: paths.length > 0 && bytes <= mostBytes,
          },
          {
            what: `${early.length} of ${workers.length} requests for them before the page had all it needs, none at most`,
            holds: workers.length > 0 && early.length === 0,
          },
          {
            what: `${spared.asked.filter(isWorkers).length} asked for while data is saved and nothing is kept, none at most`,
            holds: spared.asked.filter(isWorkers).length === 0,
          },
        ],
      };
    } finally {
      await browser.close();
      await server.remove();
    }
  },
};

async function visit(
  context: BrowserContext,
  url: string,
  until: (page: Page) => Promise<unknown>,
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
) {
  const page = await context.newPage();
  await prepare(page);
  const asked: Request[] = [];
  context.on('request', (request) => asked.push(request));
  await page.goto(url);
  await until(page);
  // The page's own, but for the small script with which it registers the worker.
  const own = asked.filter((each) => !isWorkers(each) && !/workbox-window/.test(each.url()));
  return { page, asked, settled: Math.max(...own.map(endOf)) };
}

function isWorkers(request: Request): boolean {
  return request.serviceWorker() !== null || request.url().endsWith('/sw.js');
}

function startOf(request: Request): number {
  return request.timing().startTime;
}

function endOf(request: Request): number {
  return startOf(request) + request.timing().responseEnd;
}

async function untilPutAway(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
}

async function savingData(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
}

function putAway(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all
      .flat()
      .map(({ url }) => new URL(url).pathname)
      .sort();
  });
}

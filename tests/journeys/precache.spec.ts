import type { BrowserContext, Page, Request } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { someWords, untilOfflineReady, untilStored } from './tell.ts';

function isWorkers(request: Request): boolean {
  return request.serviceWorker() !== null || request.url().endsWith('/sw.js');
}

/** What the page itself still loads, and whether the app has come, at the moment the worker is first asked for. */
function atTheFirstOfTheWorker(context: BrowserContext): { loading: string[]; hasApp: boolean }[] {
  const moments: { loading: string[]; hasApp: boolean }[] = [];
  const open = new Set<Request>();
  const done = new Set<string>();
  context.on('request', (request) => {
    if (!isWorkers(request)) open.add(request);
    else if (moments.length === 0) {
      const hasApp = [...done].some((url) => /\/assets\/app-/.test(url));
      moments.push({ loading: [...open].map((each) => each.url()), hasApp });
    }
  });
  context.on('requestfinished', (request) => {
    if (open.delete(request)) done.add(request.url());
  });
  return moments;
}

async function sayThatDataIsSaved(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
}

/** Longer than the app ever waits for a quiet moment. */
const longEnough = 5_000;

test('one visit is enough to tell without a network, and the page itself comes before what that takes', async ({
  page,
  heard,
}) => {
  const moments = atTheFirstOfTheWorker(page.context());
  await page.goto(`${heard.url}/tell`);
  await untilOfflineReady(page);
  expect(moments).toEqual([{ loading: [], hasApp: true }]);

  await heard.stop();
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill(someWords);
  await untilStored(page, someWords);
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByRole('button', { name: 'Carry on' })).toBeVisible();
});

for (const [how, prepare] of [
  ['tells its pages', sayThatDataIsSaved],
  ['tells only the server', (page: Page) => page.setExtraHTTPHeaders({ 'Save-Data': 'on' })],
] as const) {
  test(`whose browser saves data and ${how} is spared the worker until something is kept`, async ({ page, heard }) => {
    await prepare(page);
    const asked: Request[] = [];
    page.context().on('request', (request) => asked.push(request));
    await page.goto(`${heard.url}/tell`);
    await expect.poll(() => page.evaluate(() => 'heardIsReady' in globalThis)).toBe(true);
    await page.waitForTimeout(longEnough);
    expect(asked.filter(isWorkers)).toEqual([]);

    await page.getByRole('textbox').fill(someWords);
    await untilStored(page, someWords);
    await untilOfflineReady(page);
    await heard.stop();
    await page.reload();
    await expect(page.getByRole('textbox')).toHaveValue(someWords);
  });
}

import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { next, someWords, untilStored } from './tell.ts';

test.use({ sharesServer: true });

const app = /\/assets\/app-.*\.js$/;
const style = /\/assets\/app-.*\.css$/;

/** Opens a page and lets it be drawn. Then its clock stands, so that nothing comes only because time has passed. */
async function openForAMoment(page: Page, url: string, moment = 200): Promise<string[]> {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.goto(url);
  await page.clock.runFor(moment);
  return scripts;
}

test('a first visitor types before any script is asked for, and the first letter brings the app that keeps it', async ({
  page,
  heard,
}) => {
  const scripts = await openForAMoment(page, `${heard.url}/tell`);
  await page.getByRole('textbox').focus();
  expect(scripts).toEqual([]);
  const brought = page.waitForRequest(app);
  await page.getByRole('textbox').fill(someWords);
  await brought;
  await page.clock.resume();
  await untilStored(page, someWords);
});

test('a press brings the app, which carries it out', async ({ page, heard }) => {
  const scripts = await openForAMoment(page, `${heard.url}/tell`);
  expect(scripts).toEqual([]);
  await next(page, 'Next');
  await expect(page.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
});

test('a page that waits for the app brings it at once', async ({ page, heard }) => {
  for (const path of ['/', '/follow']) {
    expect((await openForAMoment(page, heard.url + path)).filter((url) => app.test(url))).toHaveLength(1);
  }
});

test('a phone that keeps something brings the app within half a second', async ({ page, heard }) => {
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill(someWords);
  await untilStored(page, someWords);
  expect((await openForAMoment(page, `${heard.url}/tell`, 500)).filter((url) => app.test(url))).toHaveLength(1);
});

for (const [part, address] of Object.entries({ script: app, style })) {
  test(`an app whose ${part} could not come comes with the next letter, dressed`, async ({ page, heard }) => {
    await page.route(address, (route) => route.abort());
    await page.goto(`${heard.url}/tell`);
    const failed = page.waitForEvent('requestfailed', (request) => address.test(request.url()));
    await page.getByRole('textbox').fill('It was');
    await failed;
    await page.unroute(address);
    await page.getByRole('textbox').fill(someWords);
    await untilStored(page, someWords);
    // Nothing of the first screen is named so: this rule is not in the page.
    await next(page, 'Next');
    await expect(page.locator('.choice').first()).toHaveCSS('display', 'flex');
  });
}

test('what was typed before the app came is not lost when the page is left, nor when it is closed', async ({
  page,
  heard,
}) => {
  await page.route(app, () => undefined);
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill('Left for another page.');
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill('Left for good.');
  const later = await page.context().newPage();
  await page.close({ runBeforeUnload: true });
  await later.goto(`${heard.url}/follow`);
  await expect(later.getByText('Not finished')).toHaveCount(2);
  await untilStored(later, 'Left for another page.');
  await untilStored(later, 'Left for good.');
});

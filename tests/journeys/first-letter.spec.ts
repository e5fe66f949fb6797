import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { next, someWords, untilStored } from './tell.ts';

const app = /\/assets\/app-/;

/** Opens a page and lets it be drawn. Then its clock stands, so that nothing comes only because time has passed. */
async function openForAMoment(page: Page, url: string): Promise<string[]> {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.goto(url);
  await page.clock.runFor(200);
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

test('a phone that keeps something brings the app at once', async ({ page, heard }) => {
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill(someWords);
  await untilStored(page, someWords);
  expect((await openForAMoment(page, `${heard.url}/tell`)).filter((url) => app.test(url))).toHaveLength(1);
});

test('an app that could not come comes with the next letter', async ({ page, heard }) => {
  await page.route(app, (route) => route.abort());
  await page.goto(`${heard.url}/tell`);
  const failed = page.waitForEvent('requestfailed');
  await page.getByRole('textbox').fill('It was');
  await failed;
  await page.unroute(app);
  await page.getByRole('textbox').fill(someWords);
  await untilStored(page, someWords);
});

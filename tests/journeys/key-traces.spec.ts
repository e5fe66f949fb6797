import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { aKey, copyLink, openKeys, sendSomething } from './keys.ts';
import { next } from './tell.ts';

/** Where this tab can go back to, and what it keeps. What was typed into the bar is the browser's own to note. */
async function tracesOf(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const { entries } = await cdp.send('Page.getNavigationHistory');
  const kept = await page.evaluate(() => [{ ...sessionStorage }, { ...localStorage }, history.state]);
  return JSON.stringify([entries.map(({ url, title }) => [url, title]), kept]);
}

test('the key leaves the address at once, and stays in no history and no session storage', async ({ page, heard }) => {
  await sendSomething(page, heard.url);
  const link = await copyLink(page);
  const key = new URL(link).hash.replace('#key=', '');
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  // Opened afresh, then once more while the app stands open.
  await page.goto('about:blank');
  for (const opening of [() => page.goto(link), () => page.evaluate((to) => void location.assign(to), link)]) {
    await opening();
    await expect(page.locator('summary', { hasText: 'Something is wrong' })).toBeFocused();
    expect(page.url()).toBe(`${heard.url}/follow`);
    expect(await tracesOf(page)).not.toContain(key);
    await page.getByRole('heading', { level: 1 }).focus();
  }
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.join()).not.toContain(key);
  expect(heard.said()).not.toContain(key);
  await expect(page.getByText('Your browser may have kept this link in its history.')).toBeVisible();
  // It was here already, and is here once.
  await expect(page.locator('summary', { hasText: 'Something is wrong' })).toHaveCount(1);
});

test('it leaves the address when no script of the app ever comes', async ({ page, heard }) => {
  await page.route('**/assets/*', (route) => route.abort());
  await page.goto(`${heard.url}/follow#key=${aKey}`);
  expect(page.url()).toBe(`${heard.url}/follow`);
  expect(await tracesOf(page)).not.toContain(aKey);
});

test('the clipboard may be refused: the link can then be copied by hand', async ({ page, heard }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await sendSomething(page, heard.url);
  await openKeys(page);
  await next(page, 'Copy the link');
  const field = page.getByLabel('The link', { exact: true });
  await expect(field).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toMatch(/\/follow#key=/);
});

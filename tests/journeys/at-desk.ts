import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page } from '@playwright/test';

/** What every journey at the desk begins with. */

export async function signIn(page: Page, url: string, { email, password }: { email: string; password: string }) {
  await page.goto(`${url}/desk`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAxeFindsNothing(page, 'signing in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Next due' })).toBeVisible();
}

export async function expectAxeFindsNothing(page: Page, screen: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${screen}: ${id} at ${nodes[0]?.target}`)).toEqual([]);
}

async function expectGood(page: Page, screen: string) {
  await expectAxeFindsNothing(page, screen);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${screen} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** A screen in the dark theme on a phone, in the light one on a desk. */
export async function lookAt(page: Page, screen: string) {
  for (const [width, colorScheme] of [
    [360, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await expectGood(page, `${screen} at ${width}, ${colorScheme}`);
  }
}

/** The desk in a browser of its own. */
export async function openDesk(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Signs in where one stands. */
export async function giveCredentials(page: Page, email: string, secret: string) {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

import { type Browser, expect, type Page } from '@playwright/test';

/** What every journey at the desk begins with. */

export async function signIn(page: Page, url: string, { email, password }: { email: string; password: string }) {
  await page.goto(`${url}/desk`);
  await giveCredentials(page, email, password);
  await expect(page.getByRole('heading', { name: 'Next due' })).toBeVisible();
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

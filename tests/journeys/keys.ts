import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectCouncilHasIt, next, send, tellUntilCheck } from './tell.ts';

/** The steps of a person who keeps a follow key, or opens one. */

export const aKey = 'ZXhhbXBsZS1mb2xsb3cta2';
export const box = (page: Page) => page.getByLabel('Your key or your link');
export const openKeys = (page: Page) => page.getByText('Look from another phone').click();

export async function sendSomething(page: Page, url: string): Promise<void> {
  await tellUntilCheck(page, url);
  await send(page);
  await expectCouncilHasIt(page);
}

export async function copyLink(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openKeys(page);
  await next(page, 'Copy the link');
  await expect(page.getByText('The link is copied.')).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

export async function saveKey(page: Page): Promise<{ path: string; text: string }> {
  await openKeys(page);
  const saving = page.waitForEvent('download');
  await next(page, 'Save the key as a file');
  const download = await saving;
  expect(download.suggestedFilename()).toBe('my-key.txt');
  const path = await download.path();
  return { path, text: await readFile(path, 'utf8') };
}

export async function openForm(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/follow`);
  await page.getByText('I have a key').click();
  await expect(box(page)).toBeVisible();
}

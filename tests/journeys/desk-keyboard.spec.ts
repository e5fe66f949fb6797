import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { formOf } from './desk-acts.ts';
import { expect, test } from './fixtures.ts';

/** More than any way there is on a screen of the desk. */
const most = 120;

/** Goes on with Tab, or back, until it is reached; wherever that leads by the way can be seen. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press(key);
    expect(await unseenFocus(page)).toBeUndefined();
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('It is not reached with the keyboard.');
}

/** What has the focus and does not show it. */
function unseenFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return undefined;
    const ring = (element: Element) => getComputedStyle(element).outlineStyle !== 'none';
    // A choice is drawn by its label.
    const isSeen = [focused, focused.closest('label')].some((each) => each !== null && ring(each));
    return isSeen ? undefined : focused.outerHTML.slice(0, 200);
  });
}

test('the whole desk by keyboard alone on a small screen: in, to a case, acknowledged, back and out', async ({
  page,
  heard,
}) => {
  for (const words of ['The bus never comes.', 'My room is cold.']) {
    const id = randomUUID();
    const told = await fetch(`${heard.url}/api/submissions/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${id.replaceAll('-', '')}` },
      body: JSON.stringify({ version: 1, kind: 'complaint', words }),
    });
    expect(told.status).toBe(201);
  }
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`${heard.url}/desk`);
  await tabTo(page, page.getByLabel('E-mail address'));
  await page.keyboard.type(heard.admin.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(heard.admin.password);
  await page.keyboard.press('Enter');
  const rows = page.locator('.case-row');
  await expect(rows).toHaveCount(2);

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(rows.nth(1)).toBeFocused();
  const reference = (await rows.nth(1).locator('.reference').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: reference })).toBeFocused();

  const acknowledge = formOf(page, 'Acknowledge');
  await tabTo(page, acknowledge.getByRole('radio', { name: /Statutory complaint/ }));
  await page.keyboard.press('Space');
  await tabTo(page, acknowledge.getByRole('button', { name: 'Send acknowledgement' }));
  await page.keyboard.press('Enter');
  const next = formOf(page, 'Answer stage 1');
  await expect(next).toBeVisible();
  // The form that was sent is gone: whoever goes on does so where it stood, and not at the top of the page.
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await tabTo(page, next.getByLabel('Letter'));

  await tabTo(page, page.getByRole('link', { name: 'All cases' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(rows.filter({ hasText: reference })).toBeFocused();

  await tabTo(page, page.getByRole('button', { name: 'Sign out' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

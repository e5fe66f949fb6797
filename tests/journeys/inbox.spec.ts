import { randomBytes, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Submission } from '../../src/domain/submission.ts';
import type { HeardServer } from '../heard-server.ts';
import { signIn } from './at-desk.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';

/** What comes from somebody's phone, without the phone. */
async function tell({ url }: HeardServer, words: string, more: Partial<Submission> = {}): Promise<void> {
  const answer = await fetch(`${url}/api/submissions/${randomUUID()}`, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${randomBytes(16).toString('base64url')}`,
    },
    body: JSON.stringify({ version: 1, kind: 'complaint', words, ...more }),
  });
  expect(answer.status).toBe(201);
}

const rows = (page: Page) => page.locator('.case-row');
const filter = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name });
const box = (page: Page) => page.getByRole('searchbox');

test('an officer finds a case by filter, by words, by reference and by what it is', async ({ page, heard }) => {
  await tell(heard, 'The bus never comes.', { voice: 'advocate', advocate: 'yes' });
  await tell(heard, 'Zoë listened to me.', { kind: 'compliment' });
  await tell(heard, 'My room is cold.', { safe: 'no' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, heard.url, heard.admin);
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText('My room is cold.');
  await expect(filter(page, 'Next due')).toContainText('3');
  await expect(filter(page, 'Consent outstanding')).toContainText('1');
  await filter(page, 'Consent outstanding').click();
  await expect(page.getByRole('heading', { name: 'Consent outstanding' })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await filter(page, 'Late').click();
  await expect(page.getByText('Nothing is late. Well kept.')).toBeVisible();
  await expectGoodDesk(page, 'an empty list');

  await filter(page, 'Next due').click();
  await box(page).fill('ZOE list');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(rows(page)).toHaveCount(1);
  const reference = (await rows(page).locator('.reference').textContent()) ?? '';
  expect(page.url()).not.toContain('ZOE');
  await box(page).fill('hippopotamus');
  await box(page).press('Enter');
  await expect(page.getByText('Nothing was found.')).toBeVisible();
  await box(page).fill(reference.toLowerCase());
  await box(page).press('Enter');
  await expect(rows(page)).toContainText(['Zoë listened to me.']);
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(rows(page)).toHaveCount(3);

  await page.getByText('Narrow it down').click();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Complaint (2)' });
  await expect(rows(page)).toHaveCount(2);
  await expectGoodDesk(page, 'a list that is narrowed down');
  await page.getByRole('button', { name: 'Show all again' }).click();
  await expect(rows(page)).toHaveCount(3);

  // Opening one is reading it: its mark goes at once, and it keeps its place until the list is asked for again.
  await expect(filter(page, 'Not opened yet')).toContainText('3');
  await rows(page).last().click();
  await expect(page.getByRole('heading', { name: 'What was said' })).toBeVisible();
  await expect(filter(page, 'Not opened yet')).toContainText('2');
  await page.reload();
  await expect(filter(page, 'Not opened yet')).toContainText('2');
});

test('with the keyboard alone: through the list, into a case, to the search, and without single keys', async ({
  page,
  heard,
}) => {
  for (const words of ['First.', 'Second.', 'Third.']) await tell(heard, words);
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, heard.url, heard.admin);
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('j');
  await expect(rows(page).nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(2)).toBeFocused();
  await page.keyboard.press('k');
  await expect(rows(page).nth(1)).toBeFocused();
  const opened = (await rows(page).nth(1).locator('.reference').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: opened })).toBeFocused();
  await page.keyboard.press('j');
  await expect(rows(page).nth(2)).toBeFocused();

  // Asked for again, the list has another order; the focus stays with its row.
  const held = (await rows(page).nth(2).locator('.reference').textContent()) ?? '';
  await tell(heard, 'Fourth.');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  const news = page.getByRole('button', { name: 'Show 1 new or changed' });
  await expect(news).toBeVisible();
  await expect(filter(page, 'Next due')).toContainText('4');
  // Nothing moves under whoever reads, until they ask for it.
  await expect(rows(page)).toHaveCount(3);
  await expect(page.locator('.case-row:focus .reference')).toHaveText(held);
  await news.dispatchEvent('click');
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).last()).toContainText(opened);
  await expect(page.locator('.case-row:focus .reference')).toHaveText(held);

  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('j/k?');
  await expect(box(page)).toHaveValue('j/k?');
  await box(page).fill('');

  await rows(page).first().focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await expectGoodDesk(page, 'the keys');
  await page.getByRole('checkbox', { name: 'Use these keys' }).uncheck();
  await page.keyboard.press('Escape');
  await rows(page).first().focus();
  await page.keyboard.press('j');
  await expect(rows(page).first()).toBeFocused();
  await page.reload();
  await expect(rows(page)).toHaveCount(4);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Keyboard' }).click();
  await page.getByRole('checkbox', { name: 'Use these keys' }).check();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('j');
  await expect(page.locator('.case-row:focus')).toHaveCount(1);
});

test('a long list comes a page at a time, on a phone too', async ({ page, heard }) => {
  for (let each = 1; each <= 60; each += 1) await tell(heard, `Number ${each}.`);
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, heard.url, heard.admin);
  await expect(rows(page)).toHaveCount(50);
  await expect(filter(page, 'Next due')).toContainText('60');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(rows(page)).toHaveCount(60);
  await expect(rows(page).nth(50)).toBeFocused();
  await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(0);
  await page.getByText('Narrow it down').click();
  await expectGoodDesk(page, 'the list on a phone');
  // A list that is asked for again keeps all that was shown.
  await page.getByRole('button', { name: 'Look for new ones' }).click();
  await expect(page.getByText('The list is up to date.')).toBeVisible();
  await expect(rows(page)).toHaveCount(60);
});

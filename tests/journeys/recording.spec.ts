import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { councilHas } from './tell.ts';

async function openRecording(page: Page, url: string, admin: { email: string; password: string }): Promise<void> {
  await page.goto(`${url}/desk`);
  await page.getByLabel('E-mail address').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Record feedback' }).click();
  await expect(page.getByRole('heading', { name: 'Record what you heard' })).toBeFocused();
}

test('a thank you heard on the phone is recorded in six fields, and the person follows it with the link', async ({
  page,
  heard,
  browser,
}) => {
  await openRecording(page, heard.url, heard.admin);
  const form = page.locator('main form.action');
  await expect(form.locator('input:not([type=radio]), textarea, select')).toHaveCount(6);
  await page.getByLabel('What was said').fill('She always rings back.');
  await page.getByLabel('Who said it').selectOption('Parent or carer');
  await page.getByLabel('Who is thanked (if you know)').fill('Her social worker');
  await page.getByLabel('How it reached you').selectOption('By phone');
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(page.getByRole('heading', { name: /^Recorded as H-/ })).toBeFocused();
  const link = await page.getByLabel('Link to follow').inputValue();
  await page.getByRole('link', { name: 'Open the case' }).click();
  await expect(page.getByText(/^Recorded by .*: By phone, /)).toBeVisible();

  const theirs = await browser.newContext();
  const phone = await theirs.newPage();
  await phone.goto(link);
  await expect(phone.getByText('You told us.')).toBeVisible();
  await theirs.close();
  expect((await councilHas(heard))[0]?.versions[0]).toMatchObject({ voice: 'parent-or-carer', kind: 'compliment' });
});

test('what is missing is said beside its field, and a complaint asks for what it needs besides', async ({
  page,
  heard,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await openRecording(page, heard.url, heard.admin);
  await page.getByText('Complaint', { exact: true }).click();
  await page.getByLabel('On which day').fill('2999-01-01');
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(page.getByText('Please write what was said.')).toBeVisible();
  await expect(page.getByText('Please choose one.')).toHaveCount(2);
  await expect(page.getByText('This day has not come yet.')).toBeVisible();
  await expect(page.getByLabel('What was said')).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.getByLabel('What was said').fill('Nobody came on Monday.');
  await page.getByLabel('Who said it').selectOption('Child');
  await page.getByLabel('How it reached you').selectOption('In person');
  await page.getByLabel('On which day').fill('2026-01-05');
  await page.getByText('Yes, somebody is not safe').click();
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(page.getByRole('heading', { name: /^Recorded as H-/ })).toBeVisible();
  const [it] = await councilHas(heard);
  expect(it).toMatchObject({ unsafe: { said: 'no' }, recorded: { channel: 'in-person', on: '2026-01-05' } });
  expect(it?.timeline[0]).toMatchObject({ step: 'acknowledge', state: 'late', due: '2026-01-08' });
});

import type { Page } from '@playwright/test';
import { startHeard } from '../heard-server.ts';
import { totp, totpAfter } from '../server/people/totp.ts';
import { giveCredentials, openDesk, signIn } from './at-desk.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';

// Looks at several screens, on a large and a small one, in both themes.
test.describe.configure({ timeout: 180_000 });

const shownSecret = async (page: Page) => (await page.locator('.secret').textContent()) ?? '';

test('after the days of grace nothing works before a second factor, which then moves to a new phone', async ({
  browser,
}) => {
  const heard = await startHeard({ HEARD_SECOND_FACTOR_GRACE_DAYS: '0' });
  const { email, password } = heard.admin;
  const page = await openDesk(browser, `${heard.url}/desk`);
  await giveCredentials(page, email, password);
  await expect(page.getByText('Please set up a second factor now.', { exact: false })).toBeVisible();
  await page.goto(`${heard.url}/desk#people`);
  await expect(page.getByText('Please set up a second factor now.', { exact: false })).toBeVisible();
  await expectGoodDesk(page, 'second-factor-first');
  await page.getByLabel('Your password, once more').fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  const old = await shownSecret(page);
  const first = totp(old);
  await page.getByLabel('Code', { exact: true }).fill(first);
  await page.getByRole('button', { name: 'Turn it on' }).click();
  const recovery = (await page.locator('.codes li').first().textContent()) ?? '';
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();

  const elsewhere = await openDesk(browser, `${heard.url}/desk`);
  await giveCredentials(elsewhere, email, password);
  await elsewhere.getByRole('button', { name: 'I do not have my phone' }).click();
  await elsewhere.getByLabel('Recovery code').fill(recovery);
  await elsewhere.getByRole('button', { name: 'Go on' }).click();
  await expect(elsewhere.getByRole('heading', { name: 'Next due' })).toBeVisible();

  await page.getByRole('link', { name: 'My account' }).click();
  await page.getByText('I have a new phone').click();
  await page.locator('#replacePassword').fill(password);
  const form = page.locator('form').filter({ has: page.getByLabel('Code of the old phone, or a recovery code') });
  await expectGoodDesk(page, 'new-phone');
  // That of the set-up is used up.
  await page.getByLabel('Code of the old phone, or a recovery code').fill(await totpAfter(old, first));
  await form.getByRole('button', { name: 'Go on' }).click();
  const next = await shownSecret(page);
  expect(next).not.toBe(old);
  await page.getByLabel('Code', { exact: true }).fill(totp(next));
  await page.getByRole('button', { name: 'Use the new phone' }).click();
  await expect(page.getByText('The codes of your new phone count', { exact: false })).toBeVisible();
  await elsewhere.getByRole('button', { name: 'Look for new ones' }).click();
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await heard.remove();
});

test('a session is listed and ended, and that browser is out at its next press', async ({ page, heard, browser }) => {
  await signIn(page, heard.url, heard.admin);
  const elsewhere = await openDesk(browser, `${heard.url}/desk`);
  await giveCredentials(elsewhere, heard.admin.email, heard.admin.password);
  await expect(elsewhere.getByRole('heading', { name: 'Next due' })).toBeVisible();
  await page.getByRole('link', { name: 'My account' }).click();
  const sessions = page.getByRole('region', { name: 'Where you are signed in' });
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await expect(sessions.getByText('This one')).toHaveCount(1);
  await sessions.getByText(/^End the one of/).click();
  const ending = sessions.getByRole('listitem').filter({ has: page.getByLabel('Your password, once more') });
  await ending.getByLabel('Your password, once more').fill('not the password');
  await ending.getByRole('button', { name: 'End now' }).click();
  await expect(ending.getByText('The password is not right.')).toBeVisible();
  await expect(ending.getByLabel('Your password, once more')).toBeFocused();
  await expectGoodDesk(page, 'ending-a-session');
  await ending.getByLabel('Your password, once more').fill(heard.admin.password);
  await ending.getByRole('button', { name: 'End now' }).click();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await elsewhere.getByRole('button', { name: 'Look for new ones' }).click();
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.reload();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
});

test('the cases are covered when nobody has touched the desk for half an hour', async ({ page, heard }) => {
  await page.clock.install();
  await signIn(page, heard.url, heard.admin);
  await page.clock.fastForward('29:00');
  await expect(page.getByRole('heading', { name: 'Next due' })).toBeVisible();
  await page.clock.fastForward('02:00');
  await expect(page.getByText('You were signed out, because nothing was asked', { exact: false })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Next due' })).toHaveCount(0);
});

test('an administrator reads the record of staff, narrows it down and saves it', async ({ page, heard }) => {
  await signIn(page, heard.url, heard.admin);
  await page.getByRole('link', { name: 'Record of staff' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Record of staff' })).toBeFocused();
  const entries = page.getByRole('list', { name: 'Record of staff' }).getByRole('listitem');
  await expect(entries.last()).toContainText('Made the first account');
  await expect(entries.last()).toContainText('Operator, at the server');
  await expectGoodDesk(page, 'record-of-staff');
  await page.getByText('Narrow it down').click();
  await page.getByRole('combobox', { name: 'What' }).selectOption({ label: 'Signed in' });
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('Signed in');
  await expectGoodDesk(page, 'record-of-staff-narrowed');
  await page.getByRole('textbox', { name: 'Case reference' }).fill('H-0000-00');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText('Nothing in the record fits this.')).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(entries.first()).toContainText('Read this record');
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save the whole record' }).click();
  expect((await saving).suggestedFilename()).toBe('heard-record.jsonl');
});

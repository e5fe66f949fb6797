import type { Page } from '@playwright/test';
import { totp, totpAfter } from '../server/people/totp.ts';
import { giveCredentials, openDesk } from './at-desk.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';

const password = 'seven green bottles today';

// Each of these looks at many screens, on a large and a small one, in both themes.
test.describe.configure({ timeout: 180_000 });

async function openPeople(page: Page, url: string, admin: { email: string; password: string }) {
  await page.goto(`${url}/desk`);
  await giveCredentials(page, admin.email, admin.password);
  await expect(page.getByRole('heading', { name: 'Next due' })).toBeVisible();
  await page.getByRole('link', { name: 'People' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeFocused();
}

async function invite(page: Page, name: string, role: RegExp, team?: string): Promise<string> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail address').fill(`${name.toLowerCase()}@example.org`);
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Make the link' }) });
  await form.getByRole('checkbox', { name: role }).check();
  if (team) {
    await form.getByText('Teams of a manager').click();
    await form.getByRole('checkbox', { name: team }).check();
  }
  await form.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByRole('heading', { name: `A link for ${name}` })).toBeFocused();
  return page.getByLabel('Works once, for seven days').inputValue();
}

async function accept(page: Page) {
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
}

test('a manager is invited, sets up a second factor, and finds what the role opens', async ({
  page,
  heard,
  browser,
}) => {
  await openPeople(page, heard.url, heard.admin);
  await expect(page.getByText('No mail server is set.')).toBeVisible();
  await expectGoodDesk(page, 'people');
  const link = await invite(page, 'Sam', /^Manager/, 'Fostering and supervising social workers');
  await expectGoodDesk(page, 'people-link');

  const sam = await openDesk(browser, link);
  await expect(sam.getByRole('heading', { name: 'Welcome, Sam' })).toBeFocused();
  expect(sam.url()).not.toContain('welcome');
  await sam.getByLabel('New password').fill('Shropshire-2026');
  await sam.getByRole('button', { name: 'Go on' }).click();
  await expect(sam.getByText('Others would try this password early.', { exact: false })).toBeVisible();
  await expect(sam.getByLabel('New password')).toBeFocused();
  await expectGoodDesk(sam, 'welcome');
  await accept(sam);
  await expect(sam.getByRole('heading', { name: 'Next due' })).toBeVisible();
  await expect(sam.getByRole('link', { name: 'People' })).toHaveCount(0);

  await sam.getByRole('link', { name: 'My account' }).click();
  await expectGoodDesk(sam, 'account');
  await sam.getByRole('button', { name: 'Set it up' }).click();
  await sam.getByLabel('Your password, once more').fill(password);
  await sam.getByRole('button', { name: 'Go on' }).click();
  await expect(sam.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await expectGoodDesk(sam, 'second-factor');
  const secret = (await sam.locator('.secret').textContent()) ?? '';
  const first = totp(secret);
  await sam.getByLabel('Code', { exact: true }).fill(first);
  await sam.getByRole('button', { name: 'Turn it on' }).click();
  await expect(sam.getByRole('heading', { name: 'Ten codes for a bad day' })).toBeFocused();
  await expect(sam.locator('.codes li')).toHaveCount(10);
  const recovery = (await sam.locator('.codes li').first().textContent()) ?? '';
  await expectGoodDesk(sam, 'recovery-codes');
  await sam.getByRole('button', { name: 'I have kept them' }).click();
  await expect(sam.getByText('A code is asked for when you sign in.')).toBeVisible();
  await sam.getByRole('button', { name: 'Sign out' }).click();

  await giveCredentials(sam, 'sam@example.org', password);
  await expect(sam.getByRole('heading', { name: 'One more step' })).toBeFocused();
  await expectGoodDesk(sam, 'code');
  await sam.getByLabel('Code', { exact: true }).fill('12');
  await sam.getByRole('button', { name: 'Go on' }).click();
  await expect(sam.getByText('Please type the six digits.')).toBeVisible();
  // That of the set-up is used up.
  await sam.getByLabel('Code', { exact: true }).fill(await totpAfter(secret, first));
  await sam.getByRole('button', { name: 'Go on' }).click();
  await expect(sam.getByRole('heading', { name: 'Next due' })).toBeVisible();
  await sam.getByRole('button', { name: 'Sign out' }).click();

  await giveCredentials(sam, 'sam@example.org', password);
  await sam.getByRole('button', { name: 'I do not have my phone' }).click();
  await sam.getByLabel('Recovery code').fill(recovery);
  await sam.getByRole('button', { name: 'Go on' }).click();
  await expect(sam.getByRole('heading', { name: 'Next due' })).toBeVisible();

  // Of every case a manager sees none but those of the team; what they record is theirs.
  await sam.getByRole('link', { name: 'Record feedback' }).click();
  await sam.getByLabel('What was said').fill('He listened to us.');
  await sam.getByLabel('Who said it').selectOption('Child');
  await sam.getByLabel('How it reached you').selectOption('In person');
  await sam.getByRole('button', { name: 'Record it' }).click();
  await sam.getByRole('link', { name: 'Open the case' }).click();
  await sam.getByText(/^History, \d+ entries$/).click();
  await expect(sam.getByText('Given to somebody')).toBeVisible();
  await expectGoodDesk(sam, 'what a manager recorded');
  await sam.reload();
  await sam.getByRole('button', { name: 'Mine 1' }).click();
  await expect(sam.locator('.case-row')).toContainText('He listened to us.');
});

test('a reader and an administrator see no case, and a link opens once', async ({ page, heard, browser }) => {
  await openPeople(page, heard.url, heard.admin);
  const forReader = await invite(page, 'Rae', /^Reader/);
  const reader = await openDesk(browser, forReader);
  await accept(reader);
  await expect(reader.getByText('The figures come later.', { exact: false })).toBeVisible();
  await expectGoodDesk(reader, 'figures');
  await reader.goto(`${heard.url}/desk#people`);
  await expect(reader.getByRole('heading', { level: 1, name: 'Figures' })).toBeVisible();

  const late = await openDesk(browser, forReader);
  await expect(late.getByText('This link was used', { exact: false })).toBeVisible();
  await late.getByRole('button', { name: 'Sign in' }).click();
  await expect(late.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  const administrator = await openDesk(browser, await invite(page, 'Ada', /^Administrator/));
  await accept(administrator);
  await expect(administrator.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await expect(administrator.getByRole('link', { name: 'Cases' })).toHaveCount(0);
});

test('deactivating ends the session, and the last administrator stays', async ({ page, heard, browser }) => {
  await openPeople(page, heard.url, heard.admin);
  const ola = await openDesk(browser, await invite(page, 'Ola', /^Officer/));
  await accept(ola);
  await expect(ola.getByRole('heading', { name: 'Next due' })).toBeVisible();

  await page.reload();
  const card = page.getByRole('article', { name: 'Ola' });
  await card.getByText('Change Ola').click();
  await card.getByRole('button', { name: 'Deactivate' }).click();
  await expect(card.getByText('Ola is signed out at once', { exact: false })).toBeVisible();
  await expectGoodDesk(page, 'deactivating');
  await card.getByRole('button', { name: 'Deactivate' }).click();
  await expect(card.getByText('Deactivated', { exact: true })).toBeVisible();
  await ola.getByRole('button', { name: 'Look for new ones' }).click();
  await expect(ola.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await giveCredentials(ola, 'ola@example.org', password);
  await expect(ola.getByText('The e-mail address or the password is not right.')).toBeVisible();

  const own = page.getByRole('article', { name: 'Officer' });
  await own.getByText('Change Officer').click();
  await own.getByRole('button', { name: 'Deactivate' }).click();
  await own.getByRole('button', { name: 'Deactivate' }).click();
  await expect(own.getByText('Somebody must stay', { exact: false })).toBeVisible();
});

test('an unattended screen is covered once its session has ended', async ({ page, heard }) => {
  await page.clock.install();
  await openPeople(page, heard.url, heard.admin);
  await page.clock.fastForward('29:00');
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await page.clock.fastForward('02:00');
  await expect(
    page.getByText('You were signed out, because nothing was asked for a while.', { exact: false }),
  ).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
});

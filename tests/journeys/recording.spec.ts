import type { Page } from '@playwright/test';
import { giveCredentials, signIn } from './at-desk.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';
import { councilHas } from './tell.ts';

async function openRecording(page: Page, url: string, admin: { email: string; password: string }): Promise<void> {
  await signIn(page, url, admin);
  await page.getByRole('link', { name: 'Record feedback' }).click();
  await expect(page.getByRole('heading', { name: 'Record what you heard' })).toBeFocused();
}

test('a thank you heard on the phone is recorded in six fields, and the person follows it with the link', async ({
  page,
  heard,
  elsewhere,
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

  await elsewhere.goto(link);
  await expect(elsewhere.getByText('You told us.')).toBeVisible();
  expect((await councilHas(heard))[0]?.versions[0]).toMatchObject({ voice: 'parent-or-carer', kind: 'compliment' });
});

test('a thank you is recorded by keyboard alone, in few presses beside what is typed', async ({ page, heard }) => {
  await openRecording(page, heard.url, heard.admin);
  let presses = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    presses += keys.length;
  };
  const type = (text: string) => page.keyboard.type(text);
  // From the heading: the kind, which is a thank you already, then what was said.
  await press('Tab', 'Tab');
  await type('She always rings back.');
  await press('Tab');
  await type('Parent');
  await press('Tab');
  await type('Her social worker');
  await press('Tab', 'Tab');
  await type('By phone');
  // The day is today already; Enter records it from there.
  await press('Tab', 'Enter');
  await expect(page.getByRole('heading', { name: /^Recorded as H-/ })).toBeFocused();
  expect(presses).toBeLessThanOrEqual(8);
  expect((await councilHas(heard))[0]).toMatchObject({
    kind: 'compliment',
    recorded: { channel: 'phone' },
    versions: [{ words: 'She always rings back.', voice: 'parent-or-carer', person: 'Her social worker' }],
  });
});

test('what is being recorded outlives a reload and a session that ended, and goes with whoever signs out', async ({
  page,
  heard,
}) => {
  await openRecording(page, heard.url, heard.admin);
  const words = page.getByLabel('What was said');
  await words.fill('He listened to us.');
  await page.reload();
  await expect(words).toHaveValue('He listened to us.');
  await page.context().clearCookies();
  await page.getByLabel('Who said it').selectOption('Child');
  await page.getByLabel('How it reached you').selectOption('In person');
  await page.getByRole('button', { name: 'Record it' }).click();
  await giveCredentials(page, heard.admin.email, heard.admin.password);
  await expect(words).toHaveValue('He listened to us.');
  await expect(page.getByLabel('Who said it')).toHaveValue('child');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Throw it away and sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('He listened');
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
  await expectGoodDesk(page, 'recording with what is missing');

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

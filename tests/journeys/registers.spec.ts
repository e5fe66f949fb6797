import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { andKept, choose, chooseLook, councilHas, expectCouncilHasIt, next, send, untilStored } from './tell.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('words are changed in the middle of a sentence, and stay changed wherever one goes on', async ({
  page,
  heard,
}) => {
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill('They said th');
  await chooseLook(page, 'Easy words');
  await expect(heading(page)).toHaveText('Tell us more, if you like');
  await expect(page.getByRole('textbox')).toHaveValue('They said th');
  // Whoever moves by keyboard is where they were.
  await expect(page.getByRole('button', { name: 'How it looks' })).toBeFocused();
  await page.getByRole('textbox').press('End');
  await page.getByRole('textbox').pressSequentially('ey would ring.');
  await untilStored(page, 'They said they would ring.');
  await page.reload();
  await expect(heading(page)).toHaveText('Tell us more, if you like');
  await expect(page.getByRole('textbox')).toHaveValue('They said they would ring.');

  // Said later, it does not take back what was chosen by hand.
  await page.goto(heard.url);
  await choose(page, 'I am a parent or carer');
  await choose(page, 'Something is wrong');
  await expect(heading(page)).toHaveText('Tell us more, if you like');
  await page.getByRole('textbox').fill('She did not ring.');
  await next(page, 'Next');
  await page.getByRole('button', { name: 'I am not safe' }).click();
  await expect(page.getByRole('main').getByText('Cannot talk?')).toBeVisible();
  await chooseLook(page, 'Plain words');
  await expect(page.getByRole('main').getByText('Cannot speak?')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Go back' }).click();
  await chooseLook(page, 'Easy words');
  for (let steps = 0; steps < 12 && (await heading(page).textContent()) !== 'Is this right?'; steps += 1) {
    const before = (await heading(page).textContent()) ?? '';
    await andKept(page, () => page.locator('form button[type=submit]').click());
    await expect(heading(page)).not.toHaveText(before);
  }
  await send(page);
  await expectCouncilHasIt(page);
  await expect(page.getByText('A grown-up should write back to you.')).toBeVisible();
  expect((await councilHas(heard))[0]?.versions[0]).toMatchObject({ register: 'younger', voice: 'parent-or-carer' });
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText('We knew this on')).toBeAttached();
});

test('a page that is only read speaks as the app does, and the app as was chosen there', async ({ page, heard }) => {
  await page.goto(heard.url);
  await andKept(page, () => choose(page, 'I am a child'));
  await page.goto(`${heard.url}/privacy`);
  await expect(page.getByRole('radio', { name: 'Younger children' })).toBeChecked();
  await page.getByRole('radio', { name: 'Adults' }).check();
  await page.goto(heard.url);
  await page.getByRole('button', { name: 'How it looks' }).click();
  await expect(page.getByRole('radio', { name: 'Adult words' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('radio', { name: 'Adult words' })).toHaveCount(0);
});

test('with other words kept, what is typed before the app has come is typed on in them', async ({ page, heard }) => {
  await page.goto(`${heard.url}/tell`);
  await chooseLook(page, 'Easy words');
  await page.route(/\/assets\/app-.*\.js$/, async (route) => {
    await page.getByRole('textbox').pressSequentially('Before');
    await route.continue();
  });
  await page.goto(`${heard.url}/tell`);
  await expect(heading(page)).toHaveText('Tell us more, if you like');
  await page.keyboard.type(' and after');
  await expect(page.getByRole('textbox')).toHaveValue('Before and after');
});

import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { sendSomething } from './keys.ts';
import { acknowledgeAll } from './officer.ts';
import { choose, expectCouncilHasIt, next, untilOfflineReady, watchRequests } from './tell.ts';

/** The seven words, as the child is shown them, the first first. */
async function keepPictures(page: Page): Promise<string[]> {
  await page.getByText('Keep my pictures').click();
  const shown = page.locator('ol.pictures li');
  await expect(shown).toHaveCount(7);
  return page.locator('ol.pictures .picture > span').allTextContents();
}

async function openPictures(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/follow`);
  await page.getByText('I have pictures').click();
  await expect(page.getByLabel('Type a picture’s word')).toBeVisible();
}

async function typeWord(page: Page, words: string): Promise<void> {
  await page.getByLabel('Type a picture’s word').fill(words);
  await page.keyboard.press('Enter');
}

const chosen = (page: Page) => page.locator('ol.chosen-pictures .picture > span');

async function expectNoFault(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`)).toEqual([]);
}

test('shows seven pictures to whoever wants them, and lets them show that they know them', async ({ page, heard }) => {
  const asked = watchRequests(page.context());
  await sendSomething(page, heard.url);
  const words = await keepPictures(page);
  expect(new Set(words).size).toBe(7);
  expect(asked.filter((url) => url.includes('picture-key.svg')).length).toBeGreaterThan(0);
  await expect(page.locator('ol.pictures li').first()).toContainText('First');
  await expectNoFault(page);

  // The second first: that is not it, and the pictures come again.
  const [first = '', second = '', ...rest] = words;
  const pick = (word: string) => page.locator('.picture-choice').getByText(word, { exact: true }).click();
  await next(page, 'I have them. Let me try');
  await expect(page.getByRole('heading', { name: 'Which picture is the first?' })).toBeFocused();
  for (const word of [second, first, ...rest]) await pick(word);
  await expect(page.getByRole('heading', { name: /^Not quite/ })).toBeFocused();
  await expect(page.locator('ol.pictures li')).toHaveCount(7);

  await next(page, 'I have them. Let me try');
  for (const word of [first, ...rest.toReversed(), second]) await pick(word);
  await expect(page.getByRole('heading', { name: 'That is right. You know your pictures.' })).toBeFocused();
  await expectNoFault(page);

  // Off this phone, and only the pictures.
  await page.goto(`${heard.url}/follow`);
  await page.getByText('Keep my pictures').click();
  await next(page, 'I have them. Let me try');
  for (const word of words) await pick(word);
  await next(page, 'Take the pictures off this phone');
  await next(page, 'Yes, delete it');
  await expect(page.getByText('Keep my pictures')).toHaveCount(0);
  await expect(page.getByText('You should hear from the council.')).toBeVisible();
});

test.describe('a child who lost the phone', () => {
  let elsewhere: BrowserContext;
  let other: Page;
  test.beforeEach(async ({ browser }) => {
    elsewhere = await browser.newContext();
    other = await elsewhere.newPage();
  });
  test.afterEach(() => elsewhere.close());

  test('comes back by pictures, typed with slips and in another order, reads the letter and writes', async ({
    page,
    heard,
  }) => {
    await sendSomething(page, heard.url);
    const words = await keepPictures(page);
    await page.context().close();
    await acknowledgeAll(heard, 'We have it. Jo is looking into it.');

    await openPictures(other, heard.url);
    await expectNoFault(other);
    const [first = '', ...rest] = words;
    // The first with a slip: it is asked about, by its picture, and not taken by itself.
    const slip = first.length > 3 ? first.slice(0, -1) : `${first}${first.at(-1)}`;
    await typeWord(other, slip);
    await expect(other.getByText('Did you mean one of these?')).toBeVisible();
    await expect(chosen(other)).toHaveCount(0);
    await expectNoFault(other);
    await other.locator('.picture-choice').getByText(first, { exact: true }).click();
    // The others together, the last first, in big letters.
    await typeWord(other, rest.toReversed().join(', ').toUpperCase());
    await expect(chosen(other)).toHaveText([first, ...rest.toReversed()]);
    await expectNoFault(other);
    await next(other, 'Look');
    const item = other.locator('details.item', { hasText: 'Something is wrong' });
    await expect(item.getByText('We have it. Jo is looking into it.')).toBeVisible();
    await expect(item.locator('summary').first()).toBeFocused();

    await choose(other, 'Write to the team');
    await other.getByRole('textbox').fill('I have a new phone now.');
    await next(other, 'Next');
    await next(other, 'Send what I added');
    await expectCouncilHasIt(other);
  });

  test('presses pictures with the keyboard alone, is told kindly when one is wrong, and finds it', async ({
    page,
    heard,
  }) => {
    await sendSomething(page, heard.url);
    const words = await keepPictures(page);
    await openPictures(other, heard.url);
    const wrong = words.includes('snowflake') ? 'wave' : 'snowflake';
    await typeWord(other, words.toSpliced(6, 1).join(' '));
    await typeWord(other, 'xylophonist');
    await expect(other.getByRole('alert')).toContainText('There is no picture called “xylophonist”');
    await other.getByLabel('Type a picture’s word').fill('');
    const group = other.locator('details', { hasText: 'More things' }).locator('summary').last();
    await group.focus();
    await other.keyboard.press('Enter');
    await other.locator('.picture-choice').filter({ hasText: wrong }).focus();
    await other.keyboard.press('Enter');
    await expect(other.getByRole('button', { name: 'Look', exact: true })).toBeFocused();
    await other.keyboard.press('Enter');
    const trouble = other.getByRole('alert');
    await expect(trouble).toContainText('Is the first one in its place?');
    await expect(trouble).toContainText('ring the complaints team');

    await other.getByRole('button', { name: `Take away: ${wrong}` }).focus();
    await other.keyboard.press('Enter');
    await typeWord(other, words[6] ?? '');
    await expect(chosen(other)).toHaveCount(7);
    await other.getByLabel('Type a picture’s word').press('Enter');
    await expect(other.getByText('You should hear from the council.')).toBeVisible();
  });

  test('gets in beside somebody who guesses from the same school', async ({ page, heard }) => {
    await sendSomething(page, heard.url);
    const words = await keepPictures(page);
    // As many as a network has at once; what is too many for the slow hash is sent away, and has used its turn too.
    const guesses = Array.from({ length: 70 }, (_, n) =>
      page.request.post(`${heard.url}/api/follow`, { data: { pictures: [n, 100, 101, 102, 103, 104, 105] } }),
    );
    const statuses = (await Promise.all(guesses)).map((answer) => answer.status());
    expect(statuses).toContain(429);
    expect(statuses).not.toContain(200);
    await openPictures(other, heard.url);
    await typeWord(other, words.join(' '));
    await expect(chosen(other)).toHaveCount(7);
    await next(other, 'Look');
    await expect(other.getByText('You should hear from the council.')).toBeVisible({ timeout: 60_000 });
  });

  test('finds the pictures without a network too, and they go when there is one', async ({ page, heard }) => {
    await sendSomething(page, heard.url);
    const words = await keepPictures(page);
    await openPictures(other, heard.url);
    await untilOfflineReady(other);
    await elsewhere.setOffline(true);
    await openPictures(other, heard.url);
    await typeWord(other, words.join(' '));
    await expect(chosen(other)).toHaveCount(7);
    await next(other, 'Look');
    await expect(other.getByRole('alert')).toContainText('It needs internet the first time.');
    await elsewhere.setOffline(false);
    await expect(other.getByText('You should hear from the council.')).toBeVisible({ timeout: 30_000 });
  });
});

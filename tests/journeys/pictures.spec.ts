import type { Page } from '@playwright/test';
import { everything, expectNothing } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { sendSomething } from './keys.ts';
import { acknowledgeAll } from './officer.ts';
import { choose, expectCouncilHasIt, next, untilOfflineReady, watchRequests } from './tell.ts';

/** The seven words, as the child is shown them, the first first. */
async function keepPictures(page: Page): Promise<string[]> {
  await page.getByText('Keep my pictures').click();
  const shown = page.locator('ol.pictures li');
  await expect(shown).toHaveCount(7);
  return page.locator('ol.pictures .pictured > span').allTextContents();
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

const chosen = (page: Page) => page.locator('ol.chosen-pictures .pictured > span');

test('shows seven pictures to whoever wants them, and lets them show that they know them', async ({ page, heard }) => {
  const asked = watchRequests(page.context());
  await sendSomething(page, heard.url);
  const words = await keepPictures(page);
  expect(new Set(words).size).toBe(7);
  expect(asked.filter((url) => url.includes('picture-key.svg')).length).toBeGreaterThan(0);
  await expect(page.locator('ol.pictures li').first()).toContainText('First');
  await expectNothing(page, everything, 'the pictures');

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
  await expectNothing(page, everything, 'the pictures');

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
  test('comes back by pictures, typed with slips and in another order, reads the letter and writes', async ({
    page,
    heard,
    elsewhere,
  }) => {
    await sendSomething(page, heard.url);
    const words = await keepPictures(page);
    await page.context().close();
    await acknowledgeAll(heard, 'We have it. Jo is looking into it.');

    await openPictures(elsewhere, heard.url);
    await expectNothing(elsewhere, everything, 'the way in by pictures');
    const [first = '', ...rest] = words;
    // The first with a slip: it is asked about, by its picture, and not taken by itself.
    const slip = first.length > 3 ? first.slice(0, -1) : `${first}${first.at(-1)}`;
    await typeWord(elsewhere, slip);
    await expect(elsewhere.getByText('Did you mean one of these?')).toBeVisible();
    await expect(chosen(elsewhere)).toHaveCount(0);
    await expectNothing(elsewhere, everything, 'the way in by pictures');
    await elsewhere.locator('.picture-choice').getByText(first, { exact: true }).click();
    // The others together, the last first, in big letters.
    await typeWord(elsewhere, rest.toReversed().join(', ').toUpperCase());
    await expect(chosen(elsewhere)).toHaveText([first, ...rest.toReversed()]);
    await expectNothing(elsewhere, everything, 'the way in by pictures');
    await next(elsewhere, 'Look');
    const item = elsewhere.locator('details.item', { hasText: 'Something is wrong' });
    await expect(item.getByText('We have it. Jo is looking into it.')).toBeVisible();
    await expect(item.locator('summary').first()).toBeFocused();

    await choose(elsewhere, 'Write to the team');
    await elsewhere.getByRole('textbox').fill('I have a new phone now.');
    await next(elsewhere, 'Next');
    await next(elsewhere, 'Send what I added');
    await expectCouncilHasIt(elsewhere);
  });

  test('presses pictures with the keyboard alone, is told kindly when one is wrong, and finds it', async ({
    page,
    heard,
    elsewhere,
  }) => {
    await sendSomething(page, heard.url);
    const words = await keepPictures(page);
    await openPictures(elsewhere, heard.url);
    const wrong = words.includes('snowflake') ? 'wave' : 'snowflake';
    await typeWord(elsewhere, words.toSpliced(6, 1).join(' '));
    await typeWord(elsewhere, 'xylophonist');
    await expect(elsewhere.getByRole('alert')).toContainText('There is no picture called “xylophonist”');
    await elsewhere.getByLabel('Type a picture’s word').fill('');
    const group = elsewhere.locator('details', { hasText: 'More things' }).locator('summary').last();
    await group.focus();
    await elsewhere.keyboard.press('Enter');
    await elsewhere.locator('.picture-choice').filter({ hasText: wrong }).focus();
    await elsewhere.keyboard.press('Enter');
    await expect(elsewhere.getByRole('button', { name: 'Look', exact: true })).toBeFocused();
    await elsewhere.keyboard.press('Enter');
    const trouble = elsewhere.getByRole('alert');
    await expect(trouble).toContainText('Is the first one in its place?');
    await expect(trouble).toContainText('ring the complaints team');

    await elsewhere.getByRole('button', { name: `Take away: ${wrong}` }).focus();
    await elsewhere.keyboard.press('Enter');
    await typeWord(elsewhere, words[6] ?? '');
    await expect(chosen(elsewhere)).toHaveCount(7);
    await elsewhere.getByLabel('Type a picture’s word').press('Enter');
    await expect(elsewhere.getByText('You should hear from the council.')).toBeVisible();
  });

  test('gets in beside somebody who guesses from the same school', async ({ page, heard, elsewhere }) => {
    test.setTimeout(240_000);
    await sendSomething(page, heard.url);
    const words = await keepPictures(page);
    // More than a network has at once: some have no turn, and some are too many for the slow hash.
    const guesses = Array.from({ length: 70 }, (_, n) => {
      const data = { pictures: [n, 100, 101, 102, 103, 104, 105] };
      // Each takes half a second of a machine that may have little.
      return page.request.post(`${heard.url}/api/follow`, { data, timeout: 120_000 });
    });
    const statuses = (await Promise.all(guesses)).map((answer) => answer.status());
    expect(statuses.filter((status) => status === 429 || status === 503)).not.toEqual([]);
    expect(statuses).not.toContain(200);
    await openPictures(elsewhere, heard.url);
    await typeWord(elsewhere, words.join(' '));
    await expect(chosen(elsewhere)).toHaveCount(7);
    await next(elsewhere, 'Look');
    await expect(elsewhere.getByText('You should hear from the council.')).toBeVisible({ timeout: 90_000 });
  });

  test('finds the pictures without a network too, and they go when there is one', async ({
    page,
    heard,
    elsewhere,
  }) => {
    await sendSomething(page, heard.url);
    const words = await keepPictures(page);
    await openPictures(elsewhere, heard.url);
    await untilOfflineReady(elsewhere);
    await elsewhere.context().setOffline(true);
    await openPictures(elsewhere, heard.url);
    await typeWord(elsewhere, words.join(' '));
    await expect(chosen(elsewhere)).toHaveCount(7);
    await next(elsewhere, 'Look');
    await expect(elsewhere.getByRole('alert')).toContainText('It needs internet the first time.');
    await elsewhere.context().setOffline(false);
    await expect(elsewhere.getByText('You should hear from the council.')).toBeVisible({ timeout: 30_000 });
  });
});

import type { Page } from '@playwright/test';
import { openDesk, signIn } from './at-desk.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
import { choose, councilHas, expectCouncilHasIt, next, safeUntilCheck, send } from './tell.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const whoIsThere = (page: Page, who: string) => page.getByRole('complementary').getByRole('button', { name: who });

/** One point of what is said back. */
const point = (page: Page, label: string) =>
  page.locator('.answers > div').filter({ has: page.getByRole('term').filter({ hasText: label }) });

test('a child whom somebody helps sees whose words each answer is, agrees, and says the rest alone', async ({
  page,
  heard,
  browser,
}) => {
  test.setTimeout(120_000);
  await page.goto(heard.url);
  await choose(page, 'I am a young person');
  await whoIsThere(page, 'Just me').click();
  await choose(page, 'Something is wrong');
  await page.getByRole('textbox').fill('The house is cold.');
  await whoIsThere(page, 'Someone helps me').click();
  await page.getByLabel('Who helps you?').fill('Mum');
  await page.getByRole('textbox').first().fill('The house is cold. We rang twice.');
  await expectGoodScreen(page, 'the words, with somebody who helps');
  // Whoever helps looks on, and is told nothing of what later is for.
  await expect(page.getByText(/alone|just you/)).toHaveCount(0);
  await next(page, 'Say more later');
  await safeUntilCheck(page, 'Not now');

  await expect(heading(page)).toHaveText('Is this right?');
  await expect(point(page, 'What it is')).toContainText('My words');
  await expect(point(page, 'Your words')).toContainText('Typed by me and \u2068Mum\u2069');
  await expect(point(page, 'Safe right now')).toContainText('Typed by \u2068Mum\u2069');
  await expect(point(page, 'Who you are')).not.toContainText(/My words|Typed by/);
  await page.getByRole('button', { name: 'Right Your words' }).click();
  await point(page, 'An advocate').getByRole('button', { name: 'Change' }).click();
  await choose(page, 'Yes, please');
  await expect(page.getByRole('button', { name: 'Right Your words' })).toHaveAttribute('aria-pressed', 'true');
  await expectGoodScreen(page, 'what is said back');
  await send(page);
  await expectCouncilHasIt(page);
  await expect(page.getByRole('heading', { name: 'Kept for later' })).toBeVisible();
  await expect(page.getByText(/alone|just you/)).toHaveCount(0);

  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText('You can say it when it is just you.')).toBeVisible();
  await expectGoodScreen(page, 'what was kept for later');
  await next(page, 'What else do you want to say?');
  await expect(whoIsThere(page, 'Someone helps me')).toHaveAttribute('aria-pressed', 'false');
  await whoIsThere(page, 'Just me').click();
  await page.getByRole('textbox').fill('I am scared of the dark.');
  await next(page, 'Next');
  await next(page, 'Send what I added');
  await expectCouncilHasIt(page);
  await expect(page.getByRole('heading', { name: 'Kept for later' })).toHaveCount(0);

  await expect.poll(async () => (await councilHas(heard))[0]?.versions.length).toBe(2);
  const [first, second] = (await councilHas(heard))[0]?.versions ?? [];
  expect(first).toMatchObject({
    typedBy: { who: 'Mum', answers: { kind: 'me', words: 'both', safe: 'someone', advocate: 'someone' } },
    saidBack: {
      at: first?.writtenAt,
      points: [
        { name: 'kind', is: 'shown' },
        { name: 'words', is: 'right' },
        { name: 'voice', is: 'shown' },
        { name: 'safe', is: 'shown' },
        { name: 'advocate', is: 'changed' },
        { name: 'reply', is: 'shown' },
      ],
    },
  });
  expect(JSON.stringify(first)).not.toContain('later');
  expect(second?.typedBy).toEqual({ answers: { words: 'me' } });
  expect(second?.saidBack?.points).toEqual([{ name: 'words', is: 'shown' }]);

  const desk = await openDesk(browser, heard.url);
  await signIn(desk, heard.url, heard.admin);
  await desk.getByText('The house is cold.').first().click();
  await expect(desk.getByText('Whose words: typed by them and \u2068Mum\u2069.')).toBeVisible();
  await expect(desk.getByText('Whose words: their own words.')).toBeVisible();
  await desk.getByText('Said back before sending, and agreed').first().click();
  const agreed = desk.locator('details', { hasText: 'Said back before sending' }).first();
  await expect(agreed).toContainText('Ticked as rightWords');
  await expect(agreed).toContainText('Changed when it was said backAdvocate');
  await expectGoodDesk(desk, 'a case with whose words each answer is');
});

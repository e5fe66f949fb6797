import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
import { choose, expectCouncilHasIt, expectOnPhone, next, send, someWords } from './tell.ts';
import { collectTrees } from './trees.ts';

test.use({ sharesServer: true });

/** Walks through every screen of the app and stops at each. */
async function everyScreen(page: Page, url: string, look: (screen: string) => Promise<void>): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  const at = async (title: string) => {
    await expect(heading).toHaveText(title);
    await look(title);
  };
  await page.goto(`${url}/follow`);
  await at('My messages');
  await page.goto(url);
  await at('Hello. Who are you?');
  await page.getByRole('button', { name: 'I am not safe' }).click();
  await at('Get help now');
  await page.getByRole('main').getByRole('button', { name: 'Go back' }).click();
  await choose(page, 'I am a young person');
  await at('What do you want to tell us?');
  await choose(page, 'Something is wrong');
  await at('What happened?');
  await next(page, 'Next');
  await expect(page.getByRole('alert')).toBeVisible();
  await look('What happened, with trouble');
  await page.getByRole('textbox').fill(someWords);
  await next(page, 'Next');
  await at('What would put it right?');
  await next(page, 'Skip this');
  await at('Do you feel safe right now?');
  await next(page, 'I don’t know');
  await at('Get help now');
  await next(page, 'Carry on');
  await at('Do you want an advocate?');
  await choose(page, 'Yes, please');
  await at('How should we reply?');
  await choose(page, 'Here in this app');
  await at('Is this right?');
  await page.route('**/api/submissions/*', (route) => route.abort());
  await send(page);
  await expectOnPhone(page);
  await look('It is on this phone');
  // It goes by itself now, a few seconds later at most.
  await page.unroute('**/api/submissions/*');
  await expectCouncilHasIt(page);
  await look('The council has it');
  await page.goto(`${url}/follow`);
  await expect(page.getByText('This is what we knew')).toBeVisible();
  await look('My messages, with something sent');
  await page.goto(url);
  await expect(page.getByRole('link', { name: 'What you told us' })).toBeVisible();
  await look('The start, with something sent');
}

test('every screen of a young person is good in both themes, at every width and in Arabic', async ({ page, heard }) => {
  test.setTimeout(180_000);
  const trees = collectTrees(page);
  await everyScreen(page, heard.url, async (screen) => {
    await expectGoodScreen(page, screen);
    await trees.add(screen);
  });
  trees.expectAs('young-person');
});

test('questions leave no history, and titles and addresses say nothing', async ({ page, heard }) => {
  await page.goto('about:blank');
  await page.goto(heard.url);
  await choose(page, 'I am a young person');
  await choose(page, 'Something is wrong');
  await page.getByRole('textbox').fill(someWords);
  await next(page, 'Next');
  expect(new URL(page.url()).pathname).toBe('/');
  expect(await page.title()).toBe('Heard');
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

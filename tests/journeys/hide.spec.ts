import { expect, test } from './fixtures.ts';
import { elsewhere, standInForNeutralSite } from './neutral-site.ts';
import { choose, expectCouncilHasIt, next, send, someWords, tellUntilCheck } from './tell.ts';

test.use({ sharesServer: true });

test('"Hide" covers the page at once and goes elsewhere, before the app has come too', async ({ page, heard }) => {
  await standInForNeutralSite({ page });
  await page.route('**/assets/*.js', () => {});
  await page.goto(heard.url, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Hide' }).click();
  await page.waitForURL(elsewhere);
});

test('a site that does not come never uncovers the words', async ({ page, heard }) => {
  // "No content" keeps a browser on the page where it is, as a site that never answers would for as long.
  await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ status: 204 }));
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill(someWords);
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(page.getByRole('textbox')).toBeHidden();
  await page.waitForTimeout(6_500);
  await expect(page.getByRole('textbox')).toBeHidden();
});

test('going back after "Hide" shows an ordinary start and no words', async ({ page, heard }) => {
  await standInForNeutralSite({ page });
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  await page.getByRole('link', { name: 'Go to the start' }).click();
  await choose(page, 'I am a young person');
  await choose(page, 'Something is wrong');
  await page.getByRole('textbox').fill('second secret words');
  await page.getByRole('button', { name: 'Hide' }).click();
  await page.waitForURL(elsewhere);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('weather');
  await expect(page.getByText('second secret words')).toHaveCount(0);
  await expect(page.getByText(someWords)).toHaveCount(0);
});

test('"I am not safe" shows the numbers though the app never comes, and with it comes back to where it was', async ({
  page,
  heard,
}) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${heard.url}/tell`, { waitUntil: 'commit' });
  await page.getByRole('textbox').fill('some words');
  await page.getByRole('button', { name: 'I am not safe' }).click();
  await expect(page.getByRole('link', { name: 'Ring 0800 1111' })).toBeVisible();
  letGo();
  await expect(page.getByRole('button', { name: 'Go back' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ring 0800 1111' })).toBeVisible();
  await next(page, 'Go back');
  await expect(page.getByRole('textbox')).toHaveValue('some words');
});

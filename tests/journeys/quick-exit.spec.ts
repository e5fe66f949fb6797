import type { Request } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { elsewhere, pressShift, standInForNeutralSite } from './neutral-site.ts';
import { andKept, choose, next, someWords, tellUntilCheck, timesTheCouncilHas, untilOfflineReady } from './tell.ts';

const addresses = ['/', '/tell', '/follow', '/privacy', '/what-happens', '/accessibility', '/about', '/nowhere'];

test.use({ sharesServer: true });
test.beforeEach(standInForNeutralSite);

test('three presses of Shift hide every page, before the app has come too, and say nowhere where one was', async ({
  page,
  heard,
}) => {
  const left: Request[] = [];
  page.on('request', (request) => {
    if (request.url() === elsewhere) left.push(request);
  });
  await page.route('**/assets/*.js', () => {});
  for (const address of addresses) {
    await page.goto(heard.url + address, { waitUntil: 'commit' });
    await expect(page.locator('h1:visible').first()).toBeVisible();
    await pressShift(page);
    await page.waitForURL(elsewhere);
  }
  const headers = await Promise.all(left.map((request) => request.allHeaders()));
  expect(headers.map(({ referer }) => referer)).toEqual(addresses.map(() => undefined));
});

test('Shift held for capital letters, and pressed between other keys, hides nothing', async ({ page, heard }) => {
  await page.goto(`${heard.url}/tell`);
  const box = page.getByRole('textbox');
  await box.focus();
  for (const letter of 'SHE DID') await page.keyboard.press(`Shift+${letter === ' ' ? 'Space' : letter}`);
  await pressShift(page, 2);
  await page.keyboard.type('a');
  await pressShift(page, 2);
  await page.keyboard.press('Shift+B');
  await expect(box).toHaveValue('SHE DIDaB');
  await expect(box).toBeVisible();
  await pressShift(page);
  await page.waitForURL(elsewhere);
});

for (const size of [
  { width: 360, height: 640 },
  { width: 320, height: 256 },
]) {
  test(`"Hide" never scrolls away, in a window of ${size.width} by ${size.height}`, async ({ page, heard }) => {
    await page.setViewportSize(size);
    for (const address of addresses) {
      await page.goto(heard.url + address);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const hide = page.getByRole('button', { name: 'Hide' }).or(page.getByRole('link', { name: 'Hide' }));
      await expect(hide, address).toBeInViewport({ ratio: 1 });
    }
  });
}

test('the questions leave no history, and going back after hiding shows a start without a word', async ({
  page,
  heard,
}) => {
  await page.goto(`${heard.url}/tell`);
  await page.goto(`${heard.url}/follow`);
  await page.goto(heard.url);
  const before = await page.evaluate(() => history.length);
  await choose(page, 'I am a young person');
  await choose(page, 'Something is wrong');
  await page.getByRole('textbox').fill(someWords);
  await next(page, 'Next');
  await next(page, 'Skip this');
  await andKept(page, () => next(page, 'Yes'));
  expect(await page.evaluate(() => history.length)).toBe(before);

  await page.getByRole('button', { name: 'Hide' }).click();
  await page.waitForURL(elsewhere);
  for (const _ of ['/follow', '/tell']) {
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello. Who are you?');
    expect(new URL(page.url()).pathname).toBe('/');
    await expect(page.getByText(someWords)).toHaveCount(0);
  }
});

test('what was being written is one of the messages afterwards, to the last letter, and a week later too', async ({
  page,
  heard,
}) => {
  await page.clock.install();
  await page.goto(`${heard.url}/tell`);
  await expect.poll(() => page.evaluate(() => 'heardIsReady' in globalThis)).toBe(true);
  await page.getByRole('textbox').pressSequentially(someWords);
  await pressShift(page);
  await page.waitForURL(elsewhere);

  await page.clock.fastForward(7 * 86_400_000);
  await page.goto(`${heard.url}/tell`);
  const start = page.getByRole('button', { name: 'Carry on with what you started' });
  await expect(start).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveValue('');
  await page.goto(`${heard.url}/follow`);
  await next(page, 'Carry on');
  await expect(page.getByRole('textbox')).toHaveValue(someWords);
  // Written on, it is what one is at again.
  await andKept(page, () => page.getByRole('textbox').fill('She rang.'));
  await page.goto(`${heard.url}/tell`);
  await expect(page.getByRole('textbox')).toHaveValue('She rang.');
});

test('without a network it leads to a page with nothing of Heard on it, and what waits still goes', async ({
  page,
  heard,
}) => {
  const words = 'Sent without a network, then hidden.';
  await tellUntilCheck(page, heard.url, words);
  await untilOfflineReady(page);
  await page.context().setOffline(true);
  await next(page, 'Send');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('It is on this phone');
  await pressShift(page);
  await page.waitForURL(`${heard.url}/clock`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d\d.\d\d/);
  await expect(page.locator('[aria-current=date]')).toHaveText(String(new Date().getDate()));
  const shown = await page.evaluate(() => document.title + document.body.innerText + document.head.innerHTML);
  expect(shown).not.toMatch(/heard|council|child|complain|safe/i);

  await page.context().setOffline(false);
  await expect.poll(() => timesTheCouncilHas(heard, words), { timeout: 30_000 }).toBe(1);

  // In an installed app there is no other way back.
  for (let time = 0; time < 3; time += 1) await page.getByRole('heading', { level: 1 }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello. Who are you?');
});

test('a network that carries nothing leads to that page too', async ({ page, heard }) => {
  await page.goto(`${heard.url}/tell`);
  await untilOfflineReady(page);
  await page.route('https://www.bbc.co.uk/**', () => {});
  await page.getByRole('textbox').fill(someWords);
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(page.getByRole('textbox')).toBeHidden();
  await expect(page).not.toHaveTitle(/Heard/);
  await page.waitForURL(`${heard.url}/clock`);
});

test('hiding in the moment of sending loses nothing and doubles nothing', async ({ page, heard }) => {
  const words = 'Hidden in the moment of sending.';
  await tellUntilCheck(page, heard.url, words);
  await page.evaluate(() => {
    const press = (name: string) =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
    press('Send');
    press('Hide');
  });
  await page.waitForURL(elsewhere);
  await page.goto(heard.url);
  await expect.poll(() => timesTheCouncilHas(heard, words), { timeout: 30_000 }).toBe(1);
  await page.goto(`${heard.url}/follow`);
  await expect(page.locator('summary', { hasText: 'Something is wrong' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Carry on' })).toHaveCount(0);
});

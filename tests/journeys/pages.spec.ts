import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
import { someWords, untilOfflineReady, untilStored, watchRequests } from './tell.ts';

test.use({ sharesServer: true });

/** The pages that are only read, by address: what leads there, and what stands there. */
const pages = [
  { address: '/privacy', link: 'Privacy', title: 'Privacy: what we keep, and who sees it' },
  { address: '/what-happens', link: 'What happens next', title: 'What happens to what you say' },
  { address: '/accessibility', link: 'Accessibility', title: 'Accessibility: Heard for everyone' },
  { address: '/about', link: 'About Heard', title: 'About Heard' },
];
const registers = ['Younger children', 'Young people', 'Adults'];

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const linkTo = (page: Page, link: string) =>
  page.getByRole('navigation', { name: 'About Heard and you' }).getByRole('link', { name: link, exact: true });

test('each page is one answer, with nothing of the app’s, and its address may have a slash too many', async ({
  page,
  heard,
}) => {
  const asked = watchRequests(page.context());
  for (const { address, title } of pages) {
    asked.length = 0;
    await page.goto(`${heard.url}${address}/?from=poster`);
    await expect(heading(page)).toHaveText(title);
    expect(new URL(page.url()).pathname).toBe(address);
    // Longer than the app's own pages wait before they bring the app.
    await page.waitForTimeout(1_200);
    const others = asked.map((url) => new URL(url).pathname).filter((path) => !path.startsWith('/icons/'));
    expect(others).toEqual([`${address}/`, address]);
  }
});

for (const from of ['/', '/tell', '/follow', '/nowhere']) {
  test(`every one is reached from ${from}, and Back leads back`, async ({ page, heard }) => {
    await page.goto(heard.url + from);
    for (const { link, title } of pages) {
      const before = await heading(page).textContent();
      await linkTo(page, link).click();
      await expect(heading(page)).toHaveText(title);
      await page.goBack();
      await expect(heading(page)).toHaveText(before ?? '');
    }
  });
}

test('whoever looks something up while writing finds the words again', async ({ page, heard }) => {
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill(someWords);
  await untilStored(page, someWords);
  await linkTo(page, 'Privacy').click();
  await expect(heading(page)).toHaveText('Privacy: what we keep, and who sees it');
  await page.goBack();
  await expect(page.getByRole('textbox')).toHaveValue(someWords);
  await linkTo(page, 'What happens next').click();
  await page.getByRole('link', { name: 'Back to the start' }).click();
  await expect(page.getByRole('button', { name: 'Carry on with what you started' })).toBeVisible();
});

test('on /tell the links stand below the box and the button', async ({ page, heard }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto(`${heard.url}/tell`);
  const top = async (locator: ReturnType<Page['locator']>) => (await locator.boundingBox())?.y ?? 0;
  const button = await top(page.getByRole('main').getByRole('button', { name: 'Next' }));
  expect(await top(page.getByRole('textbox'))).toBeLessThan(button);
  expect(await top(linkTo(page, 'Privacy'))).toBeGreaterThan(button);
});

test.describe('without a network', () => {
  test.use({ sharesServer: false });

  test('after the first visit of the app they are there without a network', async ({ page, heard }) => {
    await page.goto(heard.url);
    await untilOfflineReady(page);
    await heard.stop();
    for (const { address, title } of pages) {
      await page.goto(`${heard.url}${address}`);
      await expect(heading(page)).toHaveText(title);
    }
    await page.getByRole('link', { name: 'Back to the start' }).click();
    await expect(heading(page)).toHaveText('Hello. Who are you?');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('each can be read, in each register, with ways to hide and to help', async ({ page, heard }) => {
    for (const { address, title } of pages) {
      await page.goto(heard.url + address);
      await expect(heading(page)).toHaveText(title);
      for (const register of registers) {
        await page.getByRole('radio', { name: register }).check();
        await expect(page.getByRole('region', { name: register })).toBeVisible();
        await expect(page.getByRole('region', { name: /Young|Adults/ })).toHaveCount(1);
      }
      // What needs a script is not there to disappoint; what needs none is.
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.getByRole('link', { name: 'Hide' })).toHaveAttribute('href', 'https://www.bbc.co.uk/weather');
      await page.getByRole('link', { name: 'I am not safe' }).click();
      await expect(page.getByRole('heading', { name: 'Get help now' })).toBeInViewport();
      await expect(page.getByRole('link', { name: 'Ring 0800 1111' })).toBeVisible();
    }
  });
});

test('the words are changed by keyboard, and each choice shows its own words only', async ({ page, heard }) => {
  await page.goto(`${heard.url}/privacy`);
  await expect(page.getByRole('group', { name: 'Words for' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Who is in charge of it' })).toBeVisible();
  // The brand, how it looks, hiding, the three languages, and then the choice.
  for (let presses = 0; presses < 7; presses += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Young people' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Adults' })).toBeChecked();
  await expect(page.getByRole('heading', { name: 'The lawful basis' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Who is in charge of it' })).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Younger children' })).toBeChecked();
  await expect(page.getByRole('region', { name: 'Younger children' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The lawful basis' })).toBeHidden();
  // Paper has the words that were chosen, and no buttons.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('region', { name: 'Younger children' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Adults' })).toBeHidden();
  await expect(page.getByRole('radio')).toHaveCount(0);
});

test('a browser that cannot choose by style shows all three, each under its name', async ({ page, heard }) => {
  await page.route('**/about', async (route) => {
    const answer = await route.fetch();
    // Its style is known by hash; a changed one needs a page without that policy.
    const { 'content-security-policy': _, 'content-length': __, ...headers } = answer.headers();
    const body = (await answer.text()).replaceAll(':has(', ':unheard-of(');
    await route.fulfill({ response: answer, headers, body });
  });
  await page.goto(`${heard.url}/about`);
  await expect(page.getByRole('radio')).toHaveCount(0);
  for (const register of registers) {
    await expect(page.getByRole('heading', { level: 2, name: register })).toBeVisible();
    await expect(page.getByRole('region', { name: register }).getByRole('heading', { level: 3 }).first()).toBeVisible();
  }
});

test('"Hide" hides, and going back shows the start', async ({ page, heard }) => {
  await page.route('https://www.bbc.co.uk/**', (route) =>
    route.fulfill({ body: '<h1>weather</h1>', contentType: 'text/html' }),
  );
  await page.goto(heard.url);
  await linkTo(page, 'Privacy').click();
  await page.getByRole('button', { name: 'Hide' }).click();
  await page.waitForURL('https://www.bbc.co.uk/weather');
  await page.goBack();
  await expect(heading(page)).toHaveText('Hello. Who are you?');
});

for (const { address, title } of pages) {
  test(`"I am not safe" on ${address} shows whom to ring from the top, can be hidden, and leads back there`, async ({
    page,
    heard,
  }) => {
    await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'weather' }));
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(heard.url + address);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.getByRole('button', { name: 'I am not safe' }).click();
    await expect(heading(page)).toHaveText('Get help now');
    await expect(heading(page)).toBeFocused();
    await expect(page.getByRole('link', { name: 'Ring 999' })).toBeInViewport();
    await page.getByRole('link', { name: 'Go back' }).click();
    await expect(heading(page)).toHaveText(title);
    await page.getByRole('button', { name: 'I am not safe' }).click();
    await page.getByRole('button', { name: 'Hide' }).click();
    await page.waitForURL('https://www.bbc.co.uk/weather');
  });
}

test('"I am not safe" before the app comes is read from the top on the app’s pages too', async ({ page, heard }) => {
  await page.route('**/assets/*.js', () => {});
  await page.setViewportSize({ width: 320, height: 400 });
  await page.goto(heard.url, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Skip this' }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'I am not safe' }).click();
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toBeInViewport();
});

test('every one is good in every register and from either side, in both themes and at every width', async ({
  page,
  heard,
}) => {
  // Four long pages in three registers, each looked at in full, and the longest words of each in Arabic.
  test.setTimeout(240_000);
  for (const { address } of pages) {
    await page.goto(heard.url + address);
    for (const register of registers) {
      await page.getByRole('radio', { name: register }).check();
      await expectGoodScreen(page, `${address} for ${register}`);
    }
  }
  await page.getByRole('button', { name: 'I am not safe' }).click();
  await expectGoodScreen(page, 'not safe');
  for (const { address } of pages) {
    await page.goto(`${heard.url}/ar${address}`);
    await page.getByRole('main').getByRole('radio').last().check();
    await expectGoodScreen(page, `${address} in Arabic`);
  }
});

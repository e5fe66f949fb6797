import type { Status } from '../../src/domain/api.ts';
import { expect, test } from './fixtures.ts';
import { aKey, box, copyLink, openForm, openKeys, saveKey, sendSomething } from './keys.ts';
import { expectGoodScreen } from './look.ts';
import { acknowledgeAll } from './officer.ts';
import { readQrCode } from './read-qr-code.ts';
import { choose, expectCouncilHasIt, expectOnPhone, next, send, tellUntilCheck, untilOfflineReady } from './tell.ts';

test.describe('on another phone', () => {
  test('the link shows the dates, then the letter and the route, and without a network the last that is known', async ({
    page,
    heard,
    elsewhere,
  }) => {
    await sendSomething(page, heard.url);
    const link = await copyLink(page);
    await elsewhere.goto(link);
    const item = elsewhere.locator('details', { hasText: 'Something is wrong' });
    await expect(item.getByText('You should hear from the council.')).toBeVisible();
    await expect(item.locator('summary').first()).toBeFocused();
    await expect(item.getByText('My worker')).toHaveCount(0);

    await acknowledgeAll(heard, 'We have it. Jo is looking into it.');
    await next(elsewhere, 'Check again');
    await expect(item.getByText('We have it. Jo is looking into it.')).toBeVisible();
    await expect(item.getByText('The law sets the dates.')).toBeVisible();
    await untilOfflineReady(elsewhere);
    await heard.stop();
    await elsewhere.reload();
    await expect(item.getByText('We have it. Jo is looking into it.')).toBeVisible();
    await expect(item.getByText(/This is what we knew on \w+day \d+ \w+\./)).toBeVisible();
  });

  test('the saved file opens it; it says nothing of what was written, and the first phone keeps its own', async ({
    page,
    heard,
    elsewhere,
  }) => {
    await sendSomething(page, heard.url);
    const { path, text } = await saveKey(page);
    expect(text).toMatch(/^Open this link to see what happens next\./);
    expect(text).toMatch(/Your number is H-\w{4}-\w{2}\./);
    expect(text).not.toMatch(/worker|wrong|complain|council/i);
    await openForm(elsewhere, heard.url);
    await elsewhere.locator('input[type=file]').setInputFiles(path);
    await expect(elsewhere.getByText('You should hear from the council.')).toBeVisible();

    await choose(elsewhere, 'Delete this from the phone');
    await choose(elsewhere, 'Yes, delete it');
    await expect(elsewhere.getByText('There is nothing here yet.')).toBeVisible();
    await page.goto(`${heard.url}/follow`);
    await expect(page.getByText('You should hear from the council.')).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the QR code on the smallest phone is read by a decoder and opens it, ${colorScheme}`, async ({
      page,
      heard,
      elsewhere,
    }) => {
      await page.setViewportSize({ width: 320, height: 568 });
      await page.emulateMedia({ colorScheme });
      await sendSomething(page, heard.url);
      await page.goto(`${heard.url}/follow`);
      await openKeys(page);
      await next(page, 'Show a QR code');
      const code = page.getByRole('img', { name: /^A QR code that holds the link\./ });
      await code.scrollIntoViewIfNeeded();
      const link = await readQrCode(await code.screenshot(), elsewhere.context());
      expect(link).toMatch(new RegExp(`^${heard.url}/follow#key=[A-Za-z0-9_-]{22}$`));
      await elsewhere.goto(link);
      await expect(elsewhere.getByText('You should hear from the council.')).toBeVisible();
    });
  }

  test('what is late is shown as late', async ({ page, heard, elsewhere }) => {
    await sendSomething(page, heard.url);
    const link = await copyLink(page);
    await elsewhere.context().route('**/api/status', async (route) => {
      const response = await route.fetch();
      const status: Status = await response.json();
      const timeline = status.timeline.map((step) => ({ ...step, state: 'late' as const, due: '2026-01-05' }));
      await route.fulfill({ response, json: { ...status, timeline } });
    });
    await elsewhere.goto(link);
    await expect(elsewhere.getByText('Was due on Monday 5 January').first()).toBeVisible();
    await expect(elsewhere.getByText('They are late', { exact: true })).toBeVisible();
    // The app asks once more by itself: that answer is waited for, so that nothing is cut off when the phone is put away.
    await elsewhere.context().unrouteAll({ behavior: 'wait' });
  });

  test('a link opened before the council has it opens nothing yet, and is not lost', async ({
    page,
    faultProxy,
    elsewhere,
  }) => {
    await tellUntilCheck(page, faultProxy.url);
    await faultProxy.set('server-error', ({ method }) => method === 'PUT');
    await send(page);
    await expectOnPhone(page);
    const link = await copyLink(page);
    await expect(page.getByText('The council does not have it yet. Until then, the key opens nothing.')).toBeVisible();
    await elsewhere.goto(link);
    await expect(elsewhere.getByText('We do not know this key yet.')).toBeVisible();
    await expect(box(elsewhere)).toHaveValue(link);
    await faultProxy.set('none');
    await next(page, 'Try to send now');
    await expectCouncilHasIt(page);
    await next(elsewhere, 'Look');
    await expect(elsewhere.getByText('You should hear from the council.')).toBeVisible();
  });
});

test('mistyped, of another address, unknown: each says what to do, keeps what was typed, and goes by keyboard', async ({
  page,
  heard,
}) => {
  await openForm(page, heard.url);
  const trouble = page.getByRole('alert');
  const look = async (text: string) => {
    await box(page).fill(text);
    await box(page).press('Enter');
  };
  await look(aKey.slice(2));
  await expect(trouble).toHaveText('A bit is missing. It is 2 letters too short.');
  await expect(box(page)).toBeFocused();
  await look(`${aKey.slice(0, 9)}!${aKey.slice(9)}`);
  await expect(trouble).toContainText('No key has “!” in it.');
  await look(`https://heard.elsewhere.org/follow#key=${aKey}`);
  await expect(trouble).toContainText('heard.elsewhere.org');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Go to heard.elsewhere.org' })).toBeFocused();
  await look(aKey);
  await expect(trouble).toContainText('We do not know this key yet.');
  await expect(box(page)).toHaveValue(aKey);
});

test('what is pressed before the app has come is open when it has', async ({ page, heard }) => {
  let bring = () => {};
  const isTime = new Promise<void>((resolve) => {
    bring = resolve;
  });
  await page.route('**/assets/app-*', async (route) => {
    await isTime;
    await route.continue();
  });
  await page.goto(`${heard.url}/follow`, { waitUntil: 'commit' });
  await page.getByText('I have a key').click();
  bring();
  await expect(box(page)).toBeVisible();
});

test.describe('on a slow network', () => {
  // Or the worker would bring the app from what it has put away.
  test.use({ serviceWorkers: 'block' });

  test('a phone that keeps something does not say for a moment that it keeps nothing', async ({ page, heard }) => {
    await sendSomething(page, heard.url);
    await page.route('**/assets/app-*', () => {});
    await page.goto(`${heard.url}/follow`, { waitUntil: 'commit' });
    await expect(page.locator('html.covered')).toHaveCount(1);
    await expect(page.getByText('There is nothing here yet.')).toBeHidden();
  });
});

test('offline first, then online: it is looked up by itself', async ({ page, heard, elsewhere }) => {
  await sendSomething(page, heard.url);
  const link = await copyLink(page);
  await elsewhere.goto(heard.url);
  await untilOfflineReady(elsewhere);
  await elsewhere.reload();
  await elsewhere.context().setOffline(true);
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole('alert')).toContainText('It needs internet the first time. Your key is not lost.');
  await expect(elsewhere.getByRole('button', { name: 'Try again' })).toBeVisible();
  await elsewhere.context().setOffline(false);
  await expect(elsewhere.getByText('You should hear from the council.')).toBeVisible();
});

test('access that was ended says so', async ({ page, heard }) => {
  await page.route('**/api/status', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'urn:heard:problem:access-ended', title: '', status: 403, code: 'access-ended' }),
    }),
  );
  await page.goto(`${heard.url}/follow#key=${aKey}`);
  await expect(page.getByRole('alert')).toContainText('This way in was ended.');
});

test('every screen where keys are is good in both themes, at every width and in Arabic', async ({ page, heard }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 568 });
  await sendSomething(page, heard.url);
  await copyLink(page);
  await next(page, 'Show a QR code');
  await expect(page.getByRole('img', { name: /QR/ })).toBeVisible();
  await expectGoodScreen(page, 'the ways to keep the key');
  await openForm(page, heard.url);
  await expectGoodScreen(page, 'the form');
  for (const text of ['', 'short', `https://heard.elsewhere.org/follow#key=${aKey}`]) {
    await box(page).fill(text);
    await next(page, 'Look');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectGoodScreen(page, `the form with "${text}"`);
  }
});

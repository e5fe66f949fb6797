import type { Page } from '@playwright/test';
import { allThatIsKept } from './all-that-is-kept.ts';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
import { elsewhere, pressShift, standInForNeutralSite } from './neutral-site.ts';
import {
  choose,
  chooseLook,
  expectCouncilHasIt,
  next,
  safeUntilCheck,
  send,
  someWords,
  tellUntilCheck,
  timesTheCouncilHas,
  untilOfflineReady,
  untilStored,
} from './tell.ts';

const mine = ['star', 'fish', 'star', 'cake'];
const others = ['star', 'fish', 'cake', 'star'];
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test.use({ sharesServer: true });
test.beforeEach(standInForNeutralSite);

async function press(page: Page, pictures: string[]): Promise<void> {
  for (const name of pictures) await page.getByRole('button', { name, exact: true }).click();
}

/** On the page of messages, with something begun. */
async function lockIt(page: Page, pictures = mine): Promise<void> {
  await page.getByText('Lock this with pictures').click();
  await next(page, 'Choose your four pictures');
  await expect(page.getByRole('heading', { name: 'Choose your four pictures' })).toBeFocused();
  await press(page, pictures);
  await expect(page.getByRole('heading', { name: 'Now press the same four again' })).toBeFocused();
  await press(page, pictures);
  await expect(page.getByRole('heading', { name: 'It is locked.' })).toBeFocused();
}

async function begin(page: Page, url: string, words = someWords): Promise<void> {
  await page.goto(url);
  await choose(page, 'I am a young person');
  await choose(page, 'Something is wrong');
  await page.getByRole('textbox').fill(words);
  await untilStored(page, words);
}

test('a fifteen-year-old alone locks it, leaves with Shift, comes back, unlocks and sends', async ({ page, heard }) => {
  await begin(page, heard.url);
  await untilOfflineReady(page);
  expect(await allThatIsKept(page)).not.toContain('"lock":"');
  await page.goto(`${heard.url}/follow`);
  await lockIt(page);
  const kept = await allThatIsKept(page);
  expect(kept).toContain('"lock":"');
  expect(kept).not.toContain('She did not.');

  // Read on without being asked, and locked with its last letter.
  await next(page, 'Carry on');
  await andKeptSealed(page, () => page.getByRole('textbox').fill(`${someWords} Nobody told me.`));
  await pressShift(page);
  await page.waitForURL(elsewhere);

  await page.goto(heard.url);
  await expect(heading(page)).toHaveText('Which are your pictures?');
  expect(await allThatIsKept(page)).not.toContain('Nobody told me.');
  await expect(page.getByText('Carry on')).toHaveCount(0);
  await press(page, others);
  await expect(page.getByRole('alert')).toHaveText('That did not open it. Nothing is lost. Please try again.');
  await press(page, mine);
  await choose(page, 'Carry on with what you started');
  await expect(page.getByRole('textbox')).toHaveValue(`${someWords} Nobody told me.`);
  await next(page, 'Next');
  await safeUntilCheck(page, 'Not now');
  await send(page);
  await expectCouncilHasIt(page);
  expect(await timesTheCouncilHas(heard, `${someWords} Nobody told me.`)).toBe(1);
  // What was sent is covered too.
  await page.goto(`${heard.url}/follow`);
  await expect(heading(page)).toHaveText('Which are your pictures?');
  await press(page, mine);
  await expect(page.locator('summary', { hasText: 'Something is wrong' })).toBeVisible();
});

test('something new is written and sent without the pictures, and read again only with them', async ({
  page,
  heard,
}) => {
  await begin(page, heard.url);
  await page.goto(`${heard.url}/follow`);
  await lockIt(page);
  await page.goto(`${heard.url}/follow`);
  await next(page, 'Write something new');
  await expect(heading(page)).toHaveText('Hello. Who are you?');
  await expect(page.getByText(someWords)).toHaveCount(0);
  await choose(page, 'I am a young person');
  await choose(page, 'Something is wrong');
  await andKeptSealed(page, () => page.getByRole('textbox').fill('New secret words.'));
  expect(await allThatIsKept(page)).not.toContain('New secret words.');
  await page.reload();
  await press(page, mine);
  await expect(page.getByRole('textbox')).toHaveValue('New secret words.');

  // `/tell` takes words at once, and shows no others.
  await page.goto(`${heard.url}/tell`);
  await expect(page.getByRole('link', { name: 'Open what is kept here' })).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveValue('');
  await tellUntilCheck(page, heard.url, 'Words at once.');
  await send(page);
  await expectCouncilHasIt(page);
  expect(await timesTheCouncilHas(heard, 'Words at once.')).toBe(1);
});

test('who has forgotten the pictures lets go of what is locked; what waits is sent all the same', async ({
  page,
  heard,
}) => {
  await tellUntilCheck(page, heard.url, 'Sent before.');
  await untilOfflineReady(page);
  await page.context().setOffline(true);
  await send(page);
  await expect(heading(page)).toHaveText('It is on this phone');
  await begin(page, heard.url, 'Started and locked.');
  await page.goto(`${heard.url}/follow`);
  await lockIt(page);
  await page.reload();
  for (let tries = 0; tries < 3; tries += 1) {
    await press(page, others);
    await expect(page.getByRole('alert')).toBeVisible();
  }
  await expect(page.getByRole('alert')).toContainText('Please wait a bit');
  await expect(page.getByText('You can try again now.')).toBeVisible({ timeout: 15_000 });
  await page.getByText('I forgot my pictures').click();
  await next(page, 'Delete what is locked');
  await next(page, 'Yes, delete it');
  await expect(heading(page)).toHaveText('My messages');
  await expect(page.getByText('Something is wrong')).toHaveCount(0);
  await page.context().setOffline(false);
  await expect.poll(() => timesTheCouncilHas(heard, 'Sent before.'), { timeout: 30_000 }).toBe(1);
  await expect.poll(async () => (await allThatIsKept(page)).includes('"isLetGo"')).toBe(false);
  await begin(page, heard.url, 'Started anew.');
});

test('the pictures are changed, and the lock taken off', async ({ page, heard }) => {
  await begin(page, heard.url);
  await page.goto(`${heard.url}/follow`);
  await lockIt(page);
  await page.reload();
  await press(page, mine);
  await page.getByText('The picture lock').click();
  await next(page, 'Choose other pictures');
  await press(page, mine);
  await expect(page.getByRole('heading', { name: 'Choose your four pictures' })).toBeFocused();
  await press(page, others);
  await press(page, mine);
  await expect(page.getByRole('alert')).toHaveText('Those were not the same. Please choose again.');
  await press(page, others);
  await press(page, others);
  await expect(page.getByRole('heading', { name: 'Your new pictures work now.' })).toBeFocused();

  await page.reload();
  await press(page, others);
  await page.getByText('The picture lock').click();
  await next(page, 'Take the lock off');
  await press(page, others);
  await expect(page.getByText('Lock this with pictures')).toBeVisible();
  await untilStored(page, someWords);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Carry on' })).toBeVisible();
});

test('after some minutes away it asks again, and goes on where it was', async ({ page, heard }) => {
  await page.clock.install();
  await begin(page, heard.url);
  await page.goto(`${heard.url}/follow`);
  await lockIt(page);
  await next(page, 'Carry on');
  await andKeptSealed(page, () => page.getByRole('textbox').fill('Typed before the bell rang.'));
  const turn = (to: 'hidden' | 'visible') =>
    page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, to);
  await turn('hidden');
  await page.clock.fastForward(60_000);
  await turn('visible');
  await expect(page.getByRole('textbox')).toHaveValue('Typed before the bell rang.');
  await turn('hidden');
  await page.clock.fastForward(200_000);
  await turn('visible');
  await expect(heading(page)).toHaveText('Which are your pictures?');
  await press(page, mine);
  await expect(page.getByRole('textbox')).toHaveValue('Typed before the bell rang.');
});

test('every screen of the lock is good to look at, and a younger child is not offered one', async ({ page, heard }) => {
  await begin(page, heard.url);
  await page.goto(`${heard.url}/follow`);
  await chooseLook(page, 'Easy words');
  await expect(page.getByText('Hide or forget?')).toBeVisible();
  await expect(page.getByText('Lock this with pictures')).toHaveCount(0);
  await chooseLook(page, 'Plain words');
  await page.getByText('Hide or forget?').click();
  await page.getByText('Lock this with pictures').click();
  await expect(page.getByText('It may not stop them.')).toBeVisible();
  await expectGoodScreen(page, 'offered');
  await page.reload();
  await lockIt(page);
  await page.reload();
  await expect(heading(page)).toBeFocused();
  await page.getByText('I forgot my pictures').click();
  await next(page, 'Delete what is locked');
  await expectGoodScreen(page, 'asked, and forgotten');
  await page.getByRole('button', { name: 'I am not safe' }).click();
  await expect(page.getByRole('link', { name: 'Ring 0800 1111' })).toBeVisible();
});

/** Does something that changes a draft under a lock, and waits until the phone has kept it. */
async function andKeptSealed(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await allThatIsKept(page);
  await act();
  await expect.poll(async () => (await allThatIsKept(page)) !== before).toBe(true);
  // Everything, and not the first letter of it.
  await expect(page.getByText('Kept on this phone as you type.')).toBeVisible();
}

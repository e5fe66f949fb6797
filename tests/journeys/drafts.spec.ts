import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  andKept,
  choose,
  expectCouncilHasIt,
  next,
  send,
  someWords,
  tellUntilCheck,
  timesTheCouncilHas,
  untilStored,
} from './tell.ts';

test.use({ sharesServer: true });

const kept = (page: Page) => page.getByText('Kept on this phone as you type.');

test('a reload in any step goes on in that step, with everything still there', async ({ page, heard }) => {
  await page.goto(heard.url);
  const steps = [
    { title: 'What do you want to tell us?', onward: () => choose(page, 'Something is wrong') },
    {
      title: 'What happened?',
      onward: async () => {
        await page.getByRole('textbox').fill(someWords);
        await untilStored(page, someWords);
        await andKept(page, () => next(page, 'Next'));
      },
    },
    { title: 'What would put it right?', onward: () => next(page, 'Skip this') },
    { title: 'Do you feel safe right now?', onward: () => next(page, 'Yes') },
    { title: 'Do you want an advocate?', onward: () => choose(page, 'Not now') },
    { title: 'How should we reply?', onward: () => choose(page, 'Here in this app') },
  ];
  await andKept(page, () => choose(page, 'I am a young person'));
  const heading = page.getByRole('heading', { level: 1 });
  for (const { title, onward } of steps) {
    await expect(heading).toHaveText(title);
    await page.reload();
    await expect(heading).toHaveText(title);
    await andKept(page, onward);
  }
  await expect(heading).toHaveText('Is this right?');
  await page.reload();
  await expect(page.getByRole('definition').filter({ hasText: someWords })).toBeVisible();
  await send(page);
  await expectCouncilHasIt(page);
  await page.reload();
  await expectCouncilHasIt(page);
});

test('words survive a killed browser and a week, and are found from the start too', async ({ phone, heard }) => {
  const page = await (await phone.open()).newPage();
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill(someWords);
  await untilStored(page, someWords);
  await phone.kill();

  const context = await phone.open();
  const later = await context.newPage();
  await later.clock.setFixedTime(Date.now() + 7 * 86_400_000);
  await later.goto(`${heard.url}/tell`);
  await expect(later.getByRole('textbox')).toHaveValue(someWords);
  await later.goto(heard.url);
  await choose(later, 'Carry on with what you started');
  await expect(later.getByRole('textbox')).toHaveValue(someWords);
});

test('what is typed before the app has come is kept', async ({ page, heard }) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${heard.url}/tell`, { waitUntil: 'commit' });
  await page.getByRole('textbox').pressSequentially('typed early');
  await next(page, 'Next');
  letGo();
  // The press that came too early counts as well.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What do you want to tell us?');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello. Who are you?');
  await choose(page, 'I am a young person');
  await choose(page, 'My idea');
  await expect(page.getByRole('definition').filter({ hasText: 'typed early' })).toBeVisible();
});

test.describe('on a slow network that brings the app late', () => {
  // So that the script comes over the network, where the test can hold it up, and not from the worker's store.
  test.use({ serviceWorkers: 'block' });

  test('what is typed early into an empty box is a new beginning, never joined to older words', async ({
    page,
    heard,
  }) => {
    await page.goto(`${heard.url}/tell`);
    await page.getByRole('textbox').fill('Amy’s words.');
    await untilStored(page, 'Amy’s words.');
    await page.route('**/assets/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.goto(`${heard.url}/tell`, { waitUntil: 'commit' });
    await page.getByRole('textbox').pressSequentially('Ben’s words.');
    await expect(page.getByRole('button', { name: 'Carry on with what you started' })).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveValue('Ben’s words.');
    await expect(kept(page)).toBeVisible();
    await untilStored(page, 'Ben’s words.');
    await choose(page, 'Carry on with what you started');
    await expect(page.getByRole('textbox')).toHaveValue('Amy’s words.');
  });
});

test('every draft with words is offered, and /tell can begin anew beside the latest', async ({ page, heard }) => {
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill('First.');
  await untilStored(page, 'First.');
  await page.goto(`${heard.url}/tell`);
  await expect(page.getByRole('textbox')).toHaveValue('First.');
  await choose(page, 'Start something new');
  await expect(page.getByRole('textbox')).toHaveValue('');
  await page.getByRole('textbox').fill('Second.');
  await untilStored(page, 'Second.');
  await page.goto(heard.url);
  // One press, and left again: a draft that nobody would know again is not offered.
  await choose(page, 'I am a young person');
  await page.goto(heard.url);
  await expect(page.getByRole('button', { name: 'Carry on with what you started' })).toHaveCount(2);
});

test('two tabs on one draft send it once', async ({ page, heard }) => {
  const words = 'Sent from two tabs.';
  await tellUntilCheck(page, heard.url, words);
  const other = await page.context().newPage();
  await other.goto(`${heard.url}/tell`);
  await expect(other.getByRole('textbox')).toHaveValue(words);
  await next(other, 'Next');
  await Promise.all([send(page), send(other)]);
  await Promise.all([expectCouncilHasIt(page), expectCouncilHasIt(other)]);
  expect(await timesTheCouncilHas(heard, words)).toBe(1);
});

test('two tabs with other words: the council has one case and both words', async ({ page, heard }) => {
  const words = 'Sent from the first tab.';
  await tellUntilCheck(page, heard.url, words);
  const other = await page.context().newPage();
  await other.goto(`${heard.url}/tell`);
  await expect(other.getByRole('textbox')).toHaveValue(words);
  await send(page);
  await expectCouncilHasIt(page);
  await other.getByRole('textbox').fill('And another thing.');
  await next(other, 'Next');
  await send(other);
  await expectCouncilHasIt(other);
  await expect.poll(() => timesTheCouncilHas(heard, 'And another thing.')).toBe(1);
  expect(await timesTheCouncilHas(heard, words)).toBe(1);
});

test('a change in one tab is seen in the other', async ({ page, heard }) => {
  await tellUntilCheck(page, heard.url);
  const other = await page.context().newPage();
  await other.goto(`${heard.url}/tell`);
  // Typed before the app has come, it would be a draft of its own.
  await expect(other.getByRole('textbox')).toHaveValue(someWords);
  await other.getByRole('textbox').fill('Something else altogether.');
  await expect(page.getByRole('definition').filter({ hasText: 'Something else altogether.' })).toBeVisible();
});

test('empty words and too many are told kindly, and nothing is lost', async ({ page, heard }) => {
  await page.goto(`${heard.url}/tell`);
  await expect(page.getByRole('textbox')).toBeVisible();
  await page.getByRole('textbox').fill('   \n  ');
  await next(page, 'Next');
  await expect(page.getByRole('alert')).toHaveText('Please write something first. One word is enough.');
  await expect(page.getByRole('textbox')).toBeFocused();
  await page.getByRole('textbox').fill('😀'.repeat(20_003));
  await next(page, 'Next');
  await expect(page.getByRole('alert')).toHaveText(
    'That is very long. Please make it 3 letters shorter. Nothing is lost.',
  );
  await page.getByRole('textbox').fill('😀'.repeat(20_000));
  await next(page, 'Next');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What do you want to tell us?');
});

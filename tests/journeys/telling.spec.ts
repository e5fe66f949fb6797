import { expect, test } from './fixtures.ts';
import {
  choose,
  councilHas,
  expectCouncilHasIt,
  expectOnPhone,
  next,
  openThenGoOffline,
  safeUntilCheck,
  send,
  someWords,
  tellUntilCheck,
  timesTheCouncilHas,
  untilOfflineReady,
  watchRequests,
} from './tell.ts';

test('a young person tells what is wrong and is told when to hear', async ({ page, heard }) => {
  const asked = watchRequests(page.context());
  await page.goto(heard.url);
  await choose(page, 'I am a young person');
  await choose(page, 'Something is wrong');
  await page.getByRole('textbox').fill(someWords);
  await next(page, 'Next');
  await safeUntilCheck(page);
  await send(page);
  await expectCouncilHasIt(page);
  await expect(page.getByRole('listitem')).toHaveCount(3);
  await expect(page.getByRole('listitem').nth(1)).toContainText(/By \w+day \d+ \w+/);
  await expect(page.getByRole('listitem').nth(1)).toContainText('That is in 3 working days.');

  const [one, ...others] = await councilHas(heard);
  expect(others).toEqual([]);
  expect(one).toMatchObject({ kind: 'complaint', voice: 'young-person', advocate: 'yes' });
  expect(one?.versions.map(({ words }) => words)).toEqual([someWords]);
  // Nobody else is asked for anything, ever.
  expect(asked.filter((url) => !url.startsWith(heard.url))).toEqual([]);
});

test('a thank you asks only whom it is for, and is passed on', async ({ page, heard }) => {
  await page.goto(heard.url);
  await choose(page, 'I am a parent or carer');
  await choose(page, 'Thank you');
  await page.getByRole('textbox').fill('Thank you for listening to us.');
  await next(page, 'Next');
  await page.getByLabel('Name or job').fill('Ms Green');
  await next(page, 'Next');
  await next(page, 'Send my thank you');
  await expectCouncilHasIt(page);
  await expect(page.getByRole('listitem').nth(2)).toContainText('They should pass on what you said.');
});

test('/tell asks for words first, then what they are, and every step goes on by its one button', async ({
  page,
  heard,
}) => {
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill(someWords);
  for (let steps = 0; steps < 8; steps += 1) {
    const heading = page.getByRole('heading', { level: 1 });
    const before = await heading.textContent();
    if (before === 'It is on this phone' || before === 'The council has it') break;
    await expect(page.locator('form')).toHaveCount(1);
    await expect(heading).toHaveCount(1);
    await expect(page.locator('form button[type=submit]')).toHaveCount(1);
    await page.locator('form button[type=submit]').click();
    await expect(heading).not.toHaveText(before ?? '');
  }
  await expectCouncilHasIt(page);
  expect(await timesTheCouncilHas(heard, someWords)).toBe(1);
});

test('offline it stays on the phone, and goes by itself when the network is back', async ({ page, heard }) => {
  await openThenGoOffline(page, heard.url);
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectOnPhone(page);
  await next(page, 'Try to send now');
  await expect(page.getByRole('status')).toHaveText('It did not go yet. It is still on this phone.');
  expect(await councilHas(heard)).toEqual([]);
  await page.context().setOffline(false);
  await expectCouncilHasIt(page);
  expect(await timesTheCouncilHas(heard, someWords)).toBe(1);
});

test('what was sent offline goes with every page closed', async ({ phone, heard }) => {
  const context = await phone.open();
  const page = await context.newPage();
  await page.goto(heard.url);
  await untilOfflineReady(page);
  await context.setOffline(true);
  await tellUntilCheck(page, heard.url);
  // Closed in the very moment in which the screen says that it is on this phone.
  const isSaid = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = () => document.querySelector('#app h1')?.textContent === 'It is on this phone' && resolve();
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
  await send(page);
  await isSaid;
  await page.close();
  await context.setOffline(false);
  await expect.poll(() => timesTheCouncilHas(heard, someWords), { timeout: 30_000 }).toBe(1);

  const later = await context.newPage();
  await later.goto(`${heard.url}/follow`);
  await expect(later.getByText('The council has it')).toBeVisible();
});

test('every address of the app opens without a network after the first visit', async ({ page, heard }) => {
  await page.goto(heard.url);
  await untilOfflineReady(page);
  await heard.stop();
  await page.goto(`${heard.url}/tell`);
  await expect(page.getByRole('textbox')).toBeVisible();
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText('There is nothing here yet.')).toBeVisible();
  await page.goto(`${heard.url}/`);
  await page.getByRole('button', { name: 'I am not safe' }).click();
  await expect(page.getByRole('link', { name: 'Ring 0800 1111' })).toHaveAttribute('href', 'tel:08001111');
});

test('the follow page shows the last known answer without a network, with its date', async ({ page, heard }) => {
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  await untilOfflineReady(page);
  await heard.stop();
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText(/By \w+day \d+ \w+/).first()).toBeVisible();
  await expect(page.getByText(/This is what we knew on \w+day \d+ \w+\./)).toBeVisible();
});

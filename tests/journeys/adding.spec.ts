import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  andKept,
  choose,
  councilHas,
  expectCouncilHasIt,
  next,
  send,
  someWords,
  tellUntilCheck,
  untilOfflineReady,
} from './tell.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const later = (page: Page, text: string) => expect(page.getByText(text).first()).toBeVisible({ timeout: 30_000 });

test('before sending, more may be said from the check, and it comes back there', async ({ page, heard }) => {
  await tellUntilCheck(page, heard.url);
  await page.getByText('Add more, if you like').click();
  await choose(page, 'What would put it right');
  await page.getByRole('textbox').fill('She rings me.');
  await next(page, 'Next');
  await expect(heading(page)).toHaveText('Is this right?');
  await expect(page.getByRole('definition').filter({ hasText: 'She rings me.' })).toBeVisible();
  await page.getByText('Add more, if you like').click();
  await choose(page, 'Which service');
  await choose(page, 'Children looked after and care leavers');
  await send(page);
  await expectCouncilHasIt(page);
  expect((await councilHas(heard))[0]?.versions).toEqual([
    expect.objectContaining({ words: someWords, wanted: 'She rings me.', service: 'looked-after' }),
  ]);
});

test('after sending and without a network, more is added, and each addition stands for itself', async ({
  page,
  heard,
}) => {
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  await untilOfflineReady(page);
  await page.context().setOffline(true);
  await next(page, 'Add more');
  await expect(heading(page)).toHaveText('Add more');
  await choose(page, 'Who should not handle it');
  await page.getByRole('textbox').fill('My social worker');
  await next(page, 'Next');
  await choose(page, 'Who we may tell');
  await page.getByLabel('My school').check();
  await andKept(page, () => next(page, 'Next'));
  await page.reload();
  await expect(heading(page)).toHaveText('Add more');
  await expect(page.getByRole('definition').filter({ hasText: 'My school' })).toBeVisible();
  await next(page, 'Send what I added');
  await expect(page.getByText('What you added is still on this phone.')).toBeVisible();
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText('The council has it. What you added is on this phone.')).toBeVisible();
  await page.context().setOffline(false);
  await later(page, 'The council has it');
  await expect(page.getByText('What you added is on this phone.')).toHaveCount(0, { timeout: 30_000 });
  const [one, ...others] = await councilHas(heard);
  expect(others).toEqual([]);
  expect(one?.versions).toHaveLength(2);
  expect(one?.versions[0]).toMatchObject({ words: someWords });
  expect(one?.versions[1]).toMatchObject({ notThisPerson: 'My social worker', mayTell: ['school'] });
  expect(one?.versions[1]).not.toHaveProperty('words');
});

test('a mind that is changed and changed back is three answers, and the last counts', async ({ page, heard }) => {
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  for (const wish of ['Not now', 'Yes, please', 'Not now']) {
    await next(page, 'Add more');
    await choose(page, 'An advocate');
    await choose(page, wish);
    await next(page, 'Send what I added');
    await expectCouncilHasIt(page);
    await expect(page.getByText('What you added is still on this phone.')).toHaveCount(0, { timeout: 30_000 });
  }
  const [one] = await councilHas(heard);
  expect(one?.versions.map(({ advocate }) => advocate)).toEqual(['yes', 'not-now', 'yes', 'not-now']);
  expect(one?.advocate).toBe('not-now');
});

test('who adds that they are not safe is told whom to ring, and raises it', async ({ page, heard }) => {
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  expect((await councilHas(heard))[0]?.unsafe).toBeNull();
  await next(page, 'Add more');
  await choose(page, 'Safe right now');
  await next(page, 'No');
  await expect(heading(page)).toHaveText('Get help now');
  await expect(page.getByRole('link', { name: 'Ring 999' })).toHaveAttribute('href', 'tel:999');
  await page.getByLabel('Where are you now?').fill('At the bus station');
  await next(page, 'Carry on');
  await next(page, 'Send what I added');
  await expect.poll(async () => (await councilHas(heard))[0]?.unsafe?.said).toBe('no');
  expect((await councilHas(heard))[0]?.versions[1]).toMatchObject({ safe: 'no', whereNow: 'At the bus station' });
});

test('nothing added is no harm: it leads back to the messages, and nothing goes', async ({ page, heard }) => {
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  await next(page, 'Add more');
  await choose(page, 'What else do you want to say?');
  await next(page, 'Skip this');
  await next(page, 'Nothing to add');
  await expect(heading(page)).toHaveText('My messages');
  await expect(page.getByText('Something you started to add')).toHaveCount(0);
  expect((await councilHas(heard))[0]?.versions).toHaveLength(1);
});

import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { leaveNoRoom } from './no-room.ts';
import {
  choose,
  councilHas,
  expectCouncilHasIt,
  expectOnPhone,
  next,
  send,
  someWords,
  tellUntilCheck,
  timesTheCouncilHas,
  untilOfflineReady,
} from './tell.ts';

/** As in some private windows and under some settings: the database opens for nobody. */
async function refuseDatabase(page: Page): Promise<void> {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('Refused.', 'SecurityError');
    };
  });
}

test('a phone that refuses storage says so, with a number to ring, and sends straight to the council', async ({
  page,
  heard,
}) => {
  await refuseDatabase(page);
  await tellUntilCheck(page, heard.url);
  await page.getByRole('button', { name: 'Change Your words' }).click();
  await expect(page.getByRole('alert')).toHaveText(/This phone cannot keep your words.*0345 678 9000/);
  await next(page, 'Next');
  await send(page);
  await expectCouncilHasIt(page);
  await expect(page.getByText('This phone could not keep it, so it went at once.')).toBeVisible();
  await expect(page.getByText(/H-\w{4}-\w{2}/)).toBeVisible();
  expect(await timesTheCouncilHas(heard, someWords)).toBe(1);
});

test('without a network it says that it may not have gone, keeps the words on the screen, and sends when asked again', async ({
  page,
  heard,
}) => {
  await refuseDatabase(page);
  await tellUntilCheck(page, heard.url);
  await page.context().setOffline(true);
  await send(page);
  await expect(page.getByRole('alert')).toHaveText(
    /It may not have gone. Your words are still here. Do not close this page./,
  );
  await expect(page.getByRole('definition').filter({ hasText: someWords })).toBeVisible();
  expect(await councilHas(heard)).toEqual([]);
  // The browser asks before it lets go of words that are nowhere else.
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    const type = dialog.type();
    await dialog.dismiss();
    return type;
  });
  await page.close({ runBeforeUnload: true });
  expect(await asked).toBe('beforeunload');
  await page.context().setOffline(false);
  await send(page);
  await expectCouncilHasIt(page);
  expect(await timesTheCouncilHas(heard, someWords)).toBe(1);
});

test('a disk that is full at the moment of sending: it goes straight to the council, once, and the draft goes', async ({
  page,
  heard,
}) => {
  await leaveNoRoom(page);
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  expect(await timesTheCouncilHas(heard, someWords)).toBe(1);
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText('There is nothing here yet.')).toBeVisible();
});

test('a disk that is full and no network: the draft stays, and goes when there is room', async ({ page, heard }) => {
  await leaveNoRoom(page);
  await tellUntilCheck(page, heard.url);
  await page.context().setOffline(true);
  await send(page);
  await expect(page.getByRole('alert')).toContainText('It may not have gone.');
  await page.context().setOffline(false);
  const again = await page.context().newPage();
  await page.close();
  await again.goto(heard.url);
  await again.getByRole('button', { name: 'Carry on with what you started' }).click();
  await expect(again.getByRole('definition').filter({ hasText: someWords })).toBeVisible();
  await send(again);
  await expectCouncilHasIt(again);
  expect(await timesTheCouncilHas(heard, someWords)).toBe(1);
});

test('a phone whose storage is cleared while it waits says so at once, and says nothing else', async ({
  page,
  heard,
}) => {
  await tellUntilCheck(page, heard.url);
  await page.context().setOffline(true);
  await send(page);
  await expectOnPhone(page);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Storage.clearDataForOrigin', { origin: heard.url, storageTypes: 'all' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('It is not on this phone any more');
  await expect(page.getByText(/The council may not have it.*0345 678 9000/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try to send now' })).toHaveCount(0);
  await expect(page.getByText('Keep a copy', { exact: true })).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'Tell us something' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello. Who are you?');
});

test('words that cannot be kept hold a newer version back, in their own tab and in another', async ({
  page,
  faultProxy,
}) => {
  await refuseDatabase(page);
  await page.goto(faultProxy.url);
  await untilOfflineReady(page);
  await page.reload();
  await choose(page, 'I am a young person');
  await choose(page, 'Something is wrong');
  await page.getByRole('textbox').fill(someWords);
  await expect(page.getByRole('alert')).toContainText('This phone cannot keep your words');
  faultProxy.append('/sw.js', '\n// A newer version.');
  const other = await page.context().newPage();
  await other.goto(faultProxy.url);
  await other.getByRole('button', { name: 'Use it' }).click();
  await expect(other.getByRole('alert')).toHaveText('You are writing in another tab. Finish there first.');

  for (const _ of ['the kind', 'who speaks']) await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByRole('button', { name: 'I am a young person' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use it' })).toHaveCount(0);
});

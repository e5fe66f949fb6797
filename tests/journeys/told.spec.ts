import type { Page } from '@playwright/test';
import { allThatIsKept } from './all-that-is-kept.ts';
import { expect, test } from './fixtures.ts';
import { acknowledgeAll, councilHas, signedIn } from './officer.ts';
import { expectCouncilHasIt, next, send, tellUntilCheck, untilOfflineReady } from './tell.ts';
import { plantedPhrase, tracesOf } from './traces.ts';

test.describe.configure({ timeout: 90_000 });

const mine = ['star', 'fish', 'star', 'cake'];

async function press(page: Page): Promise<void> {
  for (const name of mine) await page.getByRole('button', { name, exact: true }).click();
}

/** How often what was told of the one thing here was kept. */
async function timesTold(page: Page): Promise<number> {
  const all: unknown[] = JSON.parse(await allThatIsKept(page));
  const [, told] =
    all.find((each): each is [string, { revision: number }[]] => Array.isArray(each) && each[0] === 'told') ?? [];
  return told?.[0]?.revision ?? 0;
}

test('what the council writes lies in no file of the phone, and behind pictures is read with them alone', async ({
  phone,
  heard,
}) => {
  const [first, second] = [plantedPhrase(), plantedPhrase()];
  await phone.open();
  const [page = await phone.context().newPage()] = phone.context().pages();
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  await untilOfflineReady(page);
  await acknowledgeAll(heard, first);
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText(first)).toBeVisible();
  expect(await allThatIsKept(page)).not.toContain(first);
  expect(await allThatIsKept(page)).not.toContain('"stage1-answer"');

  await page.getByText('Lock this with pictures').click();
  await next(page, 'Choose your four pictures');
  await press(page);
  await press(page);
  await expect(page.getByRole('heading', { name: 'It is locked.' })).toBeVisible();

  // Told while it is closed: the app asks, keeps it, and cannot read it.
  const [known] = await councilHas(heard);
  const ask = await signedIn(heard);
  await ask(`cases/${known?.id}/actions`, {
    action: 'write-message',
    message: second,
    asks: false,
    revision: known?.revision,
  });
  const before = await timesTold(page);
  await page.reload();
  const pictures = page.getByRole('heading', { name: 'Which are your pictures?' });
  await expect(pictures).toBeVisible();
  await expect.poll(() => timesTold(page)).toBeGreaterThan(before);
  await phone.context().setOffline(true);
  await page.reload();
  await expect(pictures).toBeVisible();
  await expect(page.getByText(first)).toHaveCount(0);
  await press(page);
  await expect(page.getByText(second)).toBeVisible();
  await expect(page.getByText(first)).toBeVisible();
  await phone.close();
  expect(tracesOf([first, second], phone.profile)).toEqual([]);
});

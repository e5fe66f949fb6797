import { allThatIsKept } from './all-that-is-kept.ts';
import { expect, test } from './fixtures.ts';
import { chooseFile, saveHandOff } from './hand-over.ts';
import {
  choose,
  councilHas,
  expectCouncilHasIt,
  expectOnPhone,
  next,
  openThenGoOffline,
  send,
  someWords,
  tellUntilCheck,
  timesTheCouncilHas,
  untilReadyToSeal,
} from './tell.ts';

test.describe.configure({ timeout: 90_000 });

test('a child without a network gives it to a library that cannot read or follow it; it counts once', async ({
  page,
  heard,
  elsewhere,
}) => {
  const wanted = 'Somebody who comes.';
  await untilReadyToSeal(page, heard.url);
  await page.context().setOffline(true);
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectOnPhone(page);
  await choose(page, 'Add more');
  await next(page, 'What would put it right');
  await page.getByRole('textbox').fill(wanted);
  await next(page, 'Next');
  await next(page, 'Send what I added');
  await expectOnPhone(page);
  const { name, text, handOff } = await saveHandOff(page);
  expect(name).toBe(`to-send-${handOff.id.slice(0, 8)}.txt`);
  expect(text).not.toMatch(/worker|comes|complain|council/i);

  // A library's phone, with a network.
  await elsewhere.goto(`${heard.url}/follow`);
  await chooseFile(elsewhere, text, name);
  const carried = elsewhere.locator('details.item', { hasText: 'For someone else' });
  await expect(carried.getByText('The council has it', { exact: true })).toBeVisible({ timeout: 30_000 });
  const [delivered] = await councilHas(heard);
  const kept = await allThatIsKept(elsewhere);
  for (const secret of [someWords, wanted, delivered?.reference ?? '']) expect(kept).not.toContain(secret);
  expect(kept).not.toContain('"followKey":"');

  // With all that the carrier has nobody follows, and nobody makes a way back of their own.
  const { deposit = '' } = handOff.items[0] ?? {};
  const asked = async (path: string, method: string, Authorization: string, body?: string) => {
    const headers = { Authorization, ...(body && { 'Content-Type': 'application/json' }) };
    return (await (await fetch(`${heard.url}/api/${path}`, { method, headers, ...(body && { body }) })).json()).code;
  };
  expect(await asked('status', 'GET', `Deposit ${deposit}`)).toBe('deposit-cannot-read');
  expect(await asked('status', 'GET', `Bearer ${deposit}`)).toBe('unknown-key');
  const pictures = JSON.stringify({ pictures: [0, 130, 67, 164, 129, 182, 194] });
  const wayBack = `submissions/${handOff.id}/picture-key`;
  for (const authorization of [`Deposit ${deposit}`, `Bearer ${deposit}`]) {
    expect(await asked(wayBack, 'PUT', authorization, pictures)).toBe('wrong-key');
  }

  // The same file once more is known, and what is done can be forgotten.
  await chooseFile(elsewhere, text);
  await expect(elsewhere.getByText('You sent this file before. The council has it.')).toBeVisible();
  await choose(elsewhere, 'Delete this from the phone');
  await choose(elsewhere, 'Yes, delete it');
  await expect(elsewhere.getByText('There is nothing here yet.')).toBeVisible();

  // The child's own phone finds it there.
  await page.context().setOffline(false);
  await expectCouncilHasIt(page);
  await expect(page.getByText('You should hear from the council.')).toBeVisible();
  const cases = await councilHas(heard);
  expect(cases.map(({ versions }) => versions.map((said) => said.words ?? said.wanted))).toEqual([[someWords, wanted]]);
});

test('it waits on the carrier’s phone without a network, and sent by both at once it counts once', async ({
  page,
  heard,
  elsewhere,
}) => {
  await untilReadyToSeal(page, heard.url);
  await page.context().setOffline(true);
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectOnPhone(page);
  const { text } = await saveHandOff(page);

  await openThenGoOffline(elsewhere, `${heard.url}/follow`);
  await chooseFile(elsewhere, text);
  const carried = elsewhere.locator('details.item', { hasText: 'For someone else' });
  await expect(carried.getByText('On this phone. The council does not have it yet.')).toBeVisible();
  await elsewhere.reload();
  await expect(carried.getByText('On this phone. The council does not have it yet.')).toBeVisible();

  await Promise.all([page, elsewhere].map((each) => each.context().setOffline(false)));
  await expectCouncilHasIt(page);
  await expect(carried.getByText('The council has it', { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(await timesTheCouncilHas(heard, someWords)).toBe(1);
  expect(await councilHas(heard)).toHaveLength(1);
});

test('a file that cannot be sent is told apart, with a next step, and leaves nothing', async ({ page, heard }) => {
  await untilReadyToSeal(page, heard.url);
  await page.context().setOffline(true);
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectOnPhone(page);
  const { text, handOff } = await saveHandOff(page);
  await page.goto(`${heard.url}/follow`);
  await chooseFile(page, 'My key: https://example.org/follow#key=abc');
  await expect(page.getByText('This is not a file to send.')).toBeVisible();
  await chooseFile(page, text.slice(0, -40));
  await expect(page.getByText('This file is not whole, or it was changed. Ask for it again.')).toBeVisible();
  await chooseFile(page, JSON.stringify({ ...handOff, to: 'https://heard.example.net' }));
  await expect(page.getByText('This file is for another address: heard.example.net.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to heard.example.net' })).toBeVisible();
  await chooseFile(page, JSON.stringify({ ...handOff, version: 2 }));
  await expect(page.getByText('This file comes from a newer Heard.')).toBeVisible();
  // On the phone that it came from it waits already.
  await chooseFile(page, text);
  await expect(page.getByText('It is on this phone already.')).toBeVisible();
  await expect(page.getByText('For someone else')).toHaveCount(0);
});

test('the browser’s own way to share is used where there is one', async ({ page, heard }) => {
  await untilReadyToSeal(page, heard.url);
  await page.context().setOffline(true);
  // Headless Chromium shares nothing, so a stand-in takes the file.
  await page.addInitScript(() => {
    const shared: { name: string; type: string }[] = [];
    Object.assign(globalThis, { shared });
    navigator.canShare = ({ files } = {}) => files?.every(({ type }) => type === 'text/plain') ?? false;
    navigator.share = async ({ files } = {}) => {
      shared.push(...(files ?? []).map(({ name, type }) => ({ name, type })));
    };
  });
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectOnPhone(page);
  await page.getByText('Give it to someone to send').click();
  await next(page, 'Share the file');
  await expect(page.getByText(/The file is called to-send-\w{8}\.txt\./)).toBeVisible();
  const shared = await page.evaluate(() => (globalThis as unknown as { shared: unknown[] }).shared);
  expect(shared).toEqual([{ name: expect.stringMatching(/^to-send-\w{8}\.txt$/), type: 'text/plain' }]);
});

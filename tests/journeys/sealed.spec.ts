import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { councilKey } from '../device/council-key.ts';
import type { HeardServer } from '../heard-server.ts';
import { allThatIsKept } from './all-that-is-kept.ts';
import { expect, test } from './fixtures.ts';
import { chooseFile, saveHandOff } from './hand-over.ts';
import {
  choose,
  councilHas,
  expectCouncilHasIt,
  expectOnPhone,
  next,
  safeUntilCheck,
  send,
  tellUntilCheck,
  timesTheCouncilHas,
  untilOfflineReady,
  untilReadyToSeal,
  untilStored,
} from './tell.ts';
import { draftKeysHere, plantedPhrase, tracesOf } from './traces.ts';

test.describe.configure({ timeout: 90_000 });

/** What a page keeps and deletes as drafts once lay: the browser's files hold it on, or this test would show nothing. */
async function keepOpenlyAndDelete(page: Page, phrase: string): Promise<void> {
  await page.evaluate(
    (words) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('control');
        opening.onupgradeneeded = () => opening.result.createObjectStore('drafts');
        opening.onsuccess = () => {
          const db = opening.result;
          db.transaction('drafts', 'readwrite').objectStore('drafts').put({ words }, 1);
          const removing = db.transaction('drafts', 'readwrite', { durability: 'strict' });
          removing.objectStore('drafts').delete(1);
          removing.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    phrase,
  );
}

/**
 * The keys of what was not sent yet: the draft's own, and what a reload has made in vain. The bytes of each stand in the
 * browser's files now, so that this way of looking would see any that are left there afterwards.
 */
async function keysThatLieThere(page: Page, profile: string): Promise<Uint8Array[]> {
  const keys = await draftKeysHere(page);
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) {
    expect(key).toHaveLength(32);
    expect(tracesOf([key], profile)).not.toEqual([]);
  }
  return keys;
}

/** All that the council has of what was typed, in the order in which it came. */
async function wordsThere(heard: HeardServer): Promise<unknown[]> {
  const versions = (await councilHas(heard)).flatMap((each) => each.versions);
  return versions.map(({ words, wanted }) => words ?? wanted);
}

test('what was typed, changed and sent without a network is in no file and no storage of the phone, and arrives once', async ({
  phone,
  heard,
}) => {
  const [typed, taken, wanted, control] = [plantedPhrase(), plantedPhrase(), plantedPhrase(), plantedPhrase()];
  await phone.open();
  const [page = await phone.context().newPage()] = phone.context().pages();
  await untilReadyToSeal(page, heard.url);
  await keepOpenlyAndDelete(page, control);
  await phone.context().setOffline(true);

  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').pressSequentially(taken, { delay: 20 });
  await untilStored(page, taken);
  // Read again from what is kept, as a tab that was put aside is.
  await page.reload();
  await expect(page.getByRole('textbox')).toHaveValue(taken);
  await page.getByRole('textbox').fill(typed);
  await untilStored(page, typed);
  await next(page, 'Next');
  await choose(page, 'Something is wrong');
  await safeUntilCheck(page);
  const first = await keysThatLieThere(page, phone.profile);
  await send(page);
  await expectOnPhone(page);
  expect(await draftKeysHere(page)).toEqual([]);
  await expect(page.getByText('People with this phone cannot open what you sent.')).toBeVisible();
  await next(page, 'Add more');
  await choose(page, 'What would put it right');
  await page.getByRole('textbox').fill(wanted);
  await untilStored(page, wanted);
  await next(page, 'Next');
  const second = await keysThatLieThere(page, phone.profile);
  await next(page, 'Send what I added');
  await expectOnPhone(page);
  expect(await draftKeysHere(page)).toEqual([]);
  expect(await allThatIsKept(page)).toContain('"form":"sealed"');

  // Words that no file holds, and the keys of what was encrypted, without which it says nothing.
  const phrases = [typed, taken, wanted];
  const traces = () => tracesOf([...phrases, ...first, ...second], phone.profile);
  const isIn = (kept: string) => phrases.some((phrase) => kept.includes(phrase));
  expect(isIn(await allThatIsKept(page))).toBe(false);
  await phone.close();
  expect(tracesOf([control], phone.profile)).not.toEqual([]);
  expect(traces()).toEqual([]);

  await phone.open();
  const again = await phone.context().newPage();
  await again.goto(`${heard.url}/follow`);
  await expect.poll(() => wordsThere(heard), { timeout: 30_000 }).toEqual([typed, wanted]);
  expect(isIn(await allThatIsKept(again))).toBe(false);
  expect(await draftKeysHere(again)).toEqual([]);
  await phone.close();
  expect(traces()).toEqual([]);
});

test('a phone whose battery dies right after "send" keeps nothing of it that can be read', async ({ phone, heard }) => {
  const phrase = plantedPhrase();
  await phone.open();
  const page = await phone.context().newPage();
  await untilReadyToSeal(page, heard.url);
  await phone.context().setOffline(true);
  await tellUntilCheck(page, heard.url, phrase);
  const keys = await keysThatLieThere(page, phone.profile);
  await send(page);
  await expectOnPhone(page);
  await phone.kill();
  expect(tracesOf([phrase, ...keys], phone.profile)).toEqual([]);
  await phone.open();
  const again = await phone.context().newPage();
  await again.goto(heard.url);
  await expect.poll(() => timesTheCouncilHas(heard, phrase), { timeout: 30_000 }).toBe(1);
  expect(await draftKeysHere(again)).toEqual([]);
  await phone.close();
  expect(tracesOf([phrase, ...keys], phone.profile)).toEqual([]);
});

test('without the council’s key it goes as it is, and the screen does not say that nobody can read it', async ({
  page,
  heard,
}) => {
  await page.route('**/api/sealing-key', (route) => route.abort());
  const phrase = plantedPhrase();
  await page.goto(heard.url);
  await untilOfflineReady(page);
  await tellUntilCheck(page, heard.url, phrase);
  await page.context().setOffline(true);
  await send(page);
  await expectOnPhone(page);
  await expect(page.getByText('Until it goes, they may find a way to read it.')).toBeVisible();
  await page.getByText('Give it to someone to send').click();
  await expect(page.getByText('This one is not sealed. Anyone who has it could read it.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save the file' })).toHaveCount(0);
  expect(await allThatIsKept(page)).toContain(phrase);
  await page.context().setOffline(false);
  await expectCouncilHasIt(page);
  expect(await timesTheCouncilHas(heard, phrase)).toBe(1);
});

test('sealed to a key that the council does not have it stays, with next steps, until the key is found', async ({
  page,
  heard,
  elsewhere,
}) => {
  const phrase = plantedPhrase();
  // The council's machine was lost, and set up again without its keys.
  const lost = JSON.stringify(councilKey);
  await page.route('**/api/sealing-key', (route) => route.fulfill({ contentType: 'application/json', body: lost }));
  await untilReadyToSeal(page, heard.url);
  await tellUntilCheck(page, heard.url, phrase);
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This needs you');
  await expect(page.getByText('Please ring the complaints team: 0345 678 9000.')).toBeVisible();
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText('Needs you')).toBeVisible();
  expect(await allThatIsKept(page)).toContain('"form":"sealed"');
  await choose(page, 'Try to send now');
  await expect(page.getByText('It did not go yet. It is still on this phone.')).toBeVisible();

  // Somebody else may take it, who hears the same.
  const { text } = await saveHandOff(page);
  await expect(page.getByText('It may say no to them too. You can ring first: 0345 678 9000.')).toBeVisible();
  await elsewhere.goto(`${heard.url}/follow`);
  await chooseFile(elsewhere, text);
  const refused = elsewhere.getByText('Tell the person who gave it to you. They can ring: 0345 678 9000.');
  await expect(refused).toBeVisible({ timeout: 30_000 });

  // The keys were in a backup. Whoever tries again from here or there has lost nothing.
  await heard.stop();
  await heard.start({ HEARD_SEALING_KEYS: readFileSync('tests/golden/sealing-keys.json', 'utf8') });
  await choose(elsewhere, 'Try to send now');
  const there = elsewhere.locator('details.item').getByText('The council has it', { exact: true });
  await expect(there).toBeVisible({ timeout: 30_000 });
  await choose(page, 'Try to send now');
  await expect(page.getByText('You should hear from the council.')).toBeVisible({ timeout: 30_000 });
  expect(await timesTheCouncilHas(heard, phrase)).toBe(1);
});

test('what was begun behind four pictures is in no file and no storage of the phone either', async ({
  phone,
  heard,
}) => {
  const phrase = plantedPhrase();
  await phone.open();
  const page = await phone.context().newPage();
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill('Something else.');
  await untilStored(page, 'Something else.');
  await page.goto(`${heard.url}/follow`);
  await page.getByText('Lock this with pictures').click();
  await next(page, 'Choose your four pictures');
  for (const name of ['star', 'fish', 'cake', 'sun', 'star', 'fish', 'cake', 'sun'])
    await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name: 'It is locked.' })).toBeVisible();
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill(phrase);
  await expect(page.getByText('Kept on this phone as you type.')).toBeVisible();
  expect((await allThatIsKept(page)).includes(phrase)).toBe(false);
  await phone.close();
  expect(tracesOf([phrase], phone.profile)).toEqual([]);
});

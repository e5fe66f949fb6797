import { allThatIsKept } from './all-that-is-kept.ts';
import { expect, test } from './fixtures.ts';
import {
  andKept,
  choose,
  councilHas,
  expectCouncilHasIt,
  expectOnPhone,
  next,
  send,
  someWords,
  tellUntilCheck,
  untilStored,
} from './tell.ts';

const isPut = ({ method }: { method: string }) => method === 'PUT';

test('a draft and what was sent stand together, and a draft is carried on from there', async ({ page, heard }) => {
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill('Another thing.');
  const heading = page.getByRole('heading', { level: 1 });
  await andKept(page, async () => {
    await next(page, 'Next');
    await expect(heading).toHaveText('What do you want to tell us?');
  });
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText('Not finished')).toBeVisible();
  await expect(page.getByText('The council has it')).toBeVisible();
  await page.reload();
  await choose(page, 'Carry on');
  await expect(heading).toHaveText('What do you want to tell us?');
  await andKept(page, () => choose(page, 'My idea'));
  await expect(heading).toHaveText('Is this right?');
  await untilStored(page, 'Another thing.');
  await page.reload();
  await expect(heading).toHaveText('Is this right?');
});

test('one thing is deleted alone, after it was said what that means', async ({ page, heard, faultProxy }) => {
  await tellUntilCheck(page, faultProxy.url);
  await faultProxy.set('server-error', isPut);
  await send(page);
  await expectOnPhone(page);
  await page.goto(`${faultProxy.url}/follow`);
  await choose(page, 'Delete this from the phone');
  await expect(page.getByText('The council does not have it yet. If you delete it, nobody gets it.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await choose(page, 'Keep it');
  await expect(page.getByRole('button', { name: 'Delete this from the phone' })).toBeFocused();
  await choose(page, 'Delete this from the phone');
  await choose(page, 'Yes, delete it');
  await expect(page.getByText('There is nothing here yet.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await allThatIsKept(page)).not.toContain(someWords);
  await faultProxy.set('none');
  await page.reload();
  await expect(page.getByText('There is nothing here yet.')).toBeVisible();
  expect(await councilHas(heard)).toEqual([]);
});

test('"forget everything" leaves no word and no key, another tab open or not', async ({ page, heard }) => {
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill('A draft with words.');
  await next(page, 'Next');
  const other = await page.context().newPage();
  await other.goto(`${heard.url}/follow`);
  await page.goto(`${heard.url}/follow`);
  await choose(page, 'Forget everything on this phone');
  await expect(page.getByText('Your browser may still show that you came.')).toBeVisible();
  await choose(page, 'Yes, forget everything');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello. Who are you?');
  await expect(page.getByRole('link', { name: 'What you told us' })).toHaveCount(0);
  const kept = await allThatIsKept(page);
  expect(kept).not.toContain('A draft with words.');
  expect(kept).not.toContain('"followKey":"');
  await expect(other.getByText('There is nothing here yet.')).toBeVisible();
  expect(await councilHas(heard)).toHaveLength(1);
});

test('a copy of what was said can be saved right after sending, and not later', async ({ page, heard }) => {
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  await page.getByText('Keep a copy', { exact: true }).click();
  const saving = page.waitForEvent('download');
  await choose(page, 'Save a copy');
  const download = await saving;
  expect(download.suggestedFilename()).toBe('my-message.txt');
  const stream = await download.createReadStream();
  const chunks = await stream.toArray();
  expect(Buffer.concat(chunks).toString('utf8')).toContain(someWords);
  await page.reload();
  await expectCouncilHasIt(page);
  await expect(page.getByText('Keep a copy', { exact: true })).toHaveCount(0);
});

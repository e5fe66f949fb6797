import { expect, test } from './fixtures.ts';
import { andKept, choose, councilHas, expectCouncilHasIt, next } from './tell.ts';
import { heading, visitOneChild } from './visit.ts';

test('the advocate’s own key only looks: on another phone nothing can be added with it', async ({
  page,
  heard,
  elsewhere,
}) => {
  await visitOneChild(page, heard.url);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const own = page.locator('details').filter({ hasText: 'Look from another phone' });
  await own.locator('summary').click();
  await expect(own.getByText('They cannot add to it.')).toBeVisible();
  await own.getByRole('button', { name: 'Copy the link' }).click();
  await expect(own.getByText('The link is copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await elsewhere.goto(link);
  await expect(elsewhere.getByText('You should hear from the council.')).toBeVisible();
  await expect(elsewhere.getByRole('button', { name: 'Add more' })).toHaveCount(0);

  // Where it was sent more can be said, and the council takes it.
  await choose(page, 'Add more');
  await next(page, 'What would put it right');
  await page.getByRole('textbox').fill('Somebody who comes.');
  await next(page, 'Next');
  await next(page, 'Send what I added');
  await expectCouncilHasIt(page);
  await expect
    .poll(async () => (await councilHas(heard))[0]?.versions.map(({ wanted }) => wanted))
    .toEqual([undefined, 'Somebody who comes.']);
});

test('what was begun to be added goes with what it adds to, after it was said; at last the helper’s name too', async ({
  page,
  heard,
}) => {
  await visitOneChild(page, heard.url);
  await choose(page, 'Add more');
  await next(page, 'What would put it right');
  await page.getByRole('textbox').fill('Somebody who comes.');
  await andKept(page, () => next(page, 'Next'));
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText('Something you started to add')).toBeVisible();
  const item = page.locator('details.item-received');
  await item.locator('summary').first().click();
  await item.getByRole('button', { name: 'Delete this from the phone' }).click();
  await expect(item.getByText('Your words go from this phone.')).toBeVisible();
  await item.getByRole('button', { name: 'Yes, delete it' }).click();
  await expect(page.getByText('There is nothing here yet.')).toBeVisible();

  await choose(page, 'Forget everything on this phone');
  await choose(page, 'Yes, forget everything');
  await choose(page, 'I help a child');
  await expect(heading(page)).toHaveText('Your details');
  await expect(page.getByLabel('Your name', { exact: true })).toHaveValue('');
});

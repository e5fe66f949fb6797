import type { CaseDetail } from '../../src/domain/desk-api.ts';
import { expect, test } from './fixtures.ts';
import { acknowledgeAll } from './officer.ts';
import { andKept, choose, councilHas, expectCouncilHasIt, expectOnPhone, next, openThenGoOffline } from './tell.ts';
import { children, fill, heading, startVisit, tellFor, visitOneChild } from './visit.ts';

test('an advocate tells for three children in one visit without a network, and nothing of one is in the next', async ({
  page,
  heard,
}) => {
  await openThenGoOffline(page, heard.url);
  await startVisit(page);
  for (const child of children) {
    await tellFor(page, child);
    await expectOnPhone(page);
    if (child !== children.at(-1)) await choose(page, 'Next child');
  }
  // Each item stands by the name its helper knows it by, with where it is.
  await page.goto(`${heard.url}/follow`);
  for (const { name } of children)
    await expect(page.locator('summary').filter({ hasText: name })).toContainText('On this phone');
  await page.context().setOffline(false);
  for (const { name } of children) {
    await expect(page.locator('summary').filter({ hasText: name })).toContainText('The council has it', {
      timeout: 30_000,
    });
  }

  const cases = await councilHas(heard);
  const of = (name: string) => cases.find(({ versions }) => versions[0]?.about?.name === name)?.versions ?? [];
  expect(cases).toHaveLength(3);
  const said = { voice: 'advocate', whoseWords: 'child-typed-by-helper', safe: 'yes' };
  const helper = { name: 'Jo Smith', organisation: 'Voices for Children', contact: 'jo@example.org' };
  expect(of('Sam')).toMatchObject([
    {
      ...said,
      helper,
      words: 'She does not come.',
      helperMaySee: 'everything',
      agreement: { agrees: 'yes', how: 'At home, with pictures' },
    },
  ]);
  expect(of('Ola')).toMatchObject([
    {
      ...said,
      helper,
      words: 'My room is cold.',
      helperMaySee: 'dates',
      agreement: { agrees: 'partly', why: 'Not all of it, says Ola' },
    },
  ]);
  expect(of('Kit')).toMatchObject([{ ...said, helper, agreement: { agrees: 'no', why: 'Not all of it, says Kit' } }]);
  expect(JSON.stringify(of('Ola'))).not.toMatch(/Sam|Kit|with pictures/);

  // Cleared when sent: the children's names are gone, and the details are there for the next visit.
  await choose(page, 'Clear what the council has');
  await choose(page, 'Yes, delete it');
  await expect(page.getByText('There is nothing here yet.')).toBeVisible();
  await page.goto(heard.url);
  await choose(page, 'I help a child');
  await expect(heading(page)).toHaveText('Which child is this for?');
});

test('the name of another child on this phone is asked about again, in case two are mixed up', async ({
  page,
  heard,
}) => {
  await page.goto(heard.url);
  await startVisit(page);
  await fill(page, 'Name', 'Sam');
  await next(page, 'Next');
  await andKept(page, () => choose(page, 'The child typed them'));
  await expect(heading(page)).toHaveText('What do you want to tell us?');
  await page.goto(heard.url);
  // Each draft is offered by the child's name.
  await expect(page.getByRole('button', { name: /Carry on with what you started Sam/ })).toBeVisible();
  await choose(page, 'I help a child');
  await fill(page, 'Name', ' sam ');
  await expect(page.getByText('Is this the same child?')).toBeVisible();
  await fill(page, 'Name', 'Ola');
  await expect(page.getByText('Is this the same child?')).toHaveCount(0);
});

test('the child follows with their own key, and ends the way by which the advocate looks too', async ({
  page,
  heard,
  elsewhere,
}) => {
  await visitOneChild(page, heard.url);

  // The child takes the key along, and it goes from the advocate's elsewhere.
  const own = page.locator('details').filter({ hasText: 'Give the child the key' });
  await own.locator('summary').click();
  const saving = page.waitForEvent('download');
  await own.getByRole('button', { name: 'Save the key as a file' }).click();
  const text = Buffer.concat(await (await (await saving).createReadStream()).toArray()).toString('utf8');
  const link = /http\S+#key=\S+/.exec(text)?.[0] ?? '';
  await own.getByRole('button', { name: 'The child has the key' }).click();
  await own.getByRole('button', { name: 'Yes, the child has it' }).click();
  await expect(own).toHaveCount(0);

  await acknowledge(heard, 'We have it, Sam.');
  await elsewhere.goto(link);
  await expect(elsewhere.getByText('We have it, Sam.')).toBeVisible();
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText('We have it, Sam.')).toBeVisible();
  await expect(page.getByText('Someone who helps you can look here too.')).toHaveCount(0);

  // Only now may the child have lost it; the team is asked, for a helper's key opens no more than was agreed to.
  await page.getByText('The child has lost their way in').click();
  const lost = page.locator('details', { hasText: 'They check that it is the child.' }).last();
  await lost.getByRole('button', { name: 'Write to the team' }).click();
  await expect(page.getByRole('textbox')).toHaveValue(/^The child I help has lost every way in\./);
  await next(page, 'Next');
  await next(page, 'Send what I added');
  await expectCouncilHasIt(page);
  const [one] = await councilHas(heard);
  expect(one?.versions.at(-1)).toMatchObject({ message: expect.stringContaining('lost every way in') });

  await elsewhere.getByRole('button', { name: 'End this' }).click();
  await next(elsewhere, 'Yes, end it');
  await expect(elsewhere.getByText('My helper cannot look any more')).toBeVisible();
  await next(elsewhere, 'Send what I added');
  await expectCouncilHasIt(elsewhere);
  await page.reload();
  await expect(page.getByText('This way in was ended')).toBeVisible();
  await elsewhere.goto(`${heard.url}/follow`);
  await expect(elsewhere.getByText('We have it, Sam.')).toBeVisible();
  await expect(elsewhere.getByText('Someone who helps you can look here too.')).toHaveCount(0);
});

/** An officer acknowledges the only case there is. */
async function acknowledge(heard: Parameters<typeof councilHas>[0], message: string): Promise<CaseDetail> {
  await acknowledgeAll(heard, message);
  const [one] = await councilHas(heard);
  if (!one) throw new Error('There is no case.');
  return one;
}

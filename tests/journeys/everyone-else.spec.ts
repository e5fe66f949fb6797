import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
import { choose, expectCouncilHasIt, next } from './tell.ts';
import { collectTrees } from './trees.ts';

test.use({ sharesServer: true });

type Look = (screen: string) => Promise<void>;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** From one screen to the next, each looked at: what is filled in, what is chosen, or nothing. */
async function walk(page: Page, look: Look, steps: readonly (readonly [title: string, ...Step])[]): Promise<void> {
  for (const [title, kind, answer] of steps) {
    await expect(heading(page)).toHaveText(title);
    await look(title);
    if (kind === 'fill') for (const box of await page.getByRole('textbox').all()) await box.fill(answer);
    if (kind === 'choose') await next(page, answer);
    else await page.locator('main form button[type=submit]').click();
  }
}

type Step = ['choose' | 'fill', string] | ['skip', ''];

const parent = [
  ['What do you want to tell us?', 'choose', 'Something is wrong'],
  ['What happened?', 'fill', 'We have waited for weeks.'],
  ['Is everyone safe right now?', 'choose', 'No, someone is in danger'],
  ['Get help now', 'fill', 'At home'],
  ['Is this about you, or a child?', 'choose', 'It is about a child'],
  ['What is their name?', 'fill', 'Sam'],
  ['How are you linked to the child?', 'choose', 'I am a parent'],
  ['Does the child know about this?', 'choose', 'No'],
  ['What would put it right?', 'fill', 'A call back.'],
  ['Who should not handle it?', 'fill', 'Her manager'],
  ['Is a court case going on?', 'choose', 'No'],
  ['How should we reply?', 'choose', 'Ring me'],
  ['How can we reach you safely?', 'fill', 'After six'],
  ['Is this right?', 'skip', ''],
] as const;

const advocate = [
  ['Your details', 'fill', 'Jo'],
  ['Which child is this for?', 'fill', 'Sam'],
  ['Whose words are these?', 'choose', 'The child typed them'],
  ['What do you want to tell us?', 'choose', 'Something is wrong'],
  ['What happened?', 'fill', 'She does not come.'],
  ['Is this child safe?', 'choose', 'Yes, the child is safe'],
  ['What would put it right?', 'skip', ''],
  ['Who should not handle it?', 'skip', ''],
  ['Has the child agreed to this?', 'choose', 'To a part of it'],
  ['How was the child asked?', 'skip', ''],
  ['What may we tell you?', 'choose', 'Only the steps and dates'],
  ['Read this to the child, alone', 'skip', ''],
] as const;

/** Everything that only adults, and whoever adds something, come to see. */
async function everyScreen(page: Page, url: string, look: Look): Promise<void> {
  await page.goto(url);
  await choose(page, 'I am a parent or carer');
  await walk(page, look, parent);
  await expectCouncilHasIt(page);
  await next(page, 'Add more');
  const more = ['Who it is about', 'Which service', 'Your name'];
  for (const label of more) {
    await expect(heading(page)).toHaveText('Add more');
    await choose(page, label);
    await expect(heading(page)).not.toHaveText('Add more');
    await look(label);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
  }
  await look('Add more');
  await page.goto(url);
  await choose(page, 'I help a child');
  await walk(page, look, advocate);
  await expectCouncilHasIt(page);
  await page.getByText('Give the child the key').click();
  await expect(page.getByRole('button', { name: 'Save the key as a file' })).toBeVisible();
  await look('The council has it, with the key of a child');
  await choose(page, 'Next child');
  await expect(heading(page)).toHaveText('Which child is this for?');
  await page.goto(`${url}/follow`);
  await expect(page.locator('summary').filter({ hasText: 'Sam' })).toBeVisible();
  await look('My messages of an advocate');
  await page.goto(url);
  await choose(page, 'I am a young person');
  await choose(page, 'Something is wrong');
  await page.getByRole('textbox').fill('Some words.');
  await next(page, 'Next');
  for (const _ of ['right', 'safe']) await next(page, 'Skip this');
  await choose(page, 'I have someone who helps me');
  await expect(heading(page)).toHaveText('Who helps you?');
  await look('Who helps you?');
  for (const _ of ['who', 'reply']) await next(page, 'Skip this');
  await page.getByText('Add more, if you like').click();
  await choose(page, 'Who we may tell');
  await look('Who would you like us to tell?');
}

test('every screen of an adult, and of whoever adds something, is good in both themes, at every width and in Arabic', async ({
  page,
  heard,
}) => {
  // About thirty screens, each looked at in full.
  test.setTimeout(300_000);
  const trees = collectTrees(page);
  await everyScreen(page, heard.url, async (screen) => {
    await expectGoodScreen(page, screen);
    await trees.add(screen);
  });
  trees.expectAs('adults');
});

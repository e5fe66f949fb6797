import { expect, type Page } from '@playwright/test';
import { choose, expectCouncilHasIt, next } from './tell.ts';

/** The steps of an advocate who visits children. */

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
export const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

interface Child {
  name: string;
  words: string;
  agrees: 'Yes' | 'To a part of it' | 'No';
  maySee: 'All that the child is told' | 'Only the steps and dates';
}

/** One child, from the name to "sent": every answer of this child alone. */
export async function tellFor(page: Page, { name, words, agrees, maySee }: Child): Promise<void> {
  await expect(heading(page)).toHaveText('Which child is this for?');
  await expect(page.getByRole('textbox')).toHaveValue('');
  await fill(page, 'Name', name);
  await next(page, 'Next');
  await choose(page, 'The child’s words, typed by me');
  await choose(page, 'Something is wrong');
  await expect(page.getByText(`About: ${name}`)).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveValue('');
  await page.getByRole('textbox').fill(words);
  await next(page, 'Next');
  await choose(page, 'Yes, the child is safe');
  await next(page, 'Skip this');
  await next(page, 'Skip this');
  await next(page, agrees);
  await expect(page.getByRole('textbox').first()).toHaveValue('');
  if (agrees === 'Yes') await fill(page, 'How', 'At home, with pictures');
  else await fill(page, 'Why not, or which part not', `Not all of it, says ${name}`);
  await next(page, 'Next');
  await choose(page, maySee);
  await expect(heading(page)).toHaveText('Read this to the child, alone');
  await expect(page.getByText(`About: ${name}`)).toBeVisible();
  await next(page, 'Send');
}

export const children: Child[] = [
  { name: 'Sam', words: 'She does not come.', agrees: 'Yes', maySee: 'All that the child is told' },
  { name: 'Ola', words: 'My room is cold.', agrees: 'To a part of it', maySee: 'Only the steps and dates' },
  { name: 'Kit', words: 'Nobody asks me.', agrees: 'No', maySee: 'Only the steps and dates' },
];

export async function startVisit(page: Page): Promise<void> {
  await choose(page, 'I help a child');
  await fill(page, 'Your name', 'Jo Smith');
  await fill(page, 'Who you work for', 'Voices for Children');
  await fill(page, 'Your phone or e-mail', 'jo@example.org');
  await next(page, 'Next');
}

/** The first child of a visit with a network: told, sent, and with the council. */
export async function visitOneChild(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await startVisit(page);
  const [child] = children;
  if (!child) throw new Error('There is no child.');
  await tellFor(page, child);
  await expectCouncilHasIt(page);
}

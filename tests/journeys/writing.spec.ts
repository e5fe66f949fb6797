import { expect, test } from './fixtures.ts';
import {
  choose,
  councilHas,
  expectCouncilHasIt,
  next,
  send,
  tellUntilCheck,
  untilOfflineReady,
  untilStored,
} from './tell.ts';

test('a child writes to the team without a network, and sees by when they should answer', async ({ page, heard }) => {
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  await page.goto(`${heard.url}/follow`);
  await untilOfflineReady(page);
  await page.context().setOffline(true);

  await choose(page, 'Write to the team');
  await expect(page.getByText('It is not for emergencies.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'I am not safe' })).toBeVisible();
  await page.getByRole('textbox').fill('When do you come?');
  await untilStored(page, 'When do you come?');
  await page.reload();
  await expect(page.getByRole('textbox')).toHaveValue('When do you come?');
  await next(page, 'Next');
  await expect(page.getByRole('term').getByText('Your message to the team')).toBeVisible();
  await next(page, 'Send what I added');
  await expect(page.getByText('What you added is still on this phone.')).toBeVisible();

  await page.context().setOffline(false);
  await expectCouncilHasIt(page);
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText('You wrote to the team.')).toBeVisible();
  await expect(page.getByText('They should answer you by')).toBeVisible();
  // The words are with the council, and nowhere on this phone's screen.
  await expect(page.getByText('When do you come?')).toHaveCount(0);
  expect((await councilHas(heard))[0]?.versions.map(({ message }) => message)).toEqual([
    undefined,
    'When do you come?',
  ]);
});

import { allThatIsKept } from './all-that-is-kept.ts';
import { signIn } from './at-desk.ts';
import { chooseMore, record } from './desk-acts.ts';
import { expect, test } from './fixtures.ts';
import {
  choose,
  councilHas,
  expectCouncilHasIt,
  next,
  openThenGoOffline,
  send,
  tellUntilCheck,
  untilReadyToSeal,
  untilStored,
} from './tell.ts';

test('a child writes to the team without a network, and sees by when they should answer', async ({ page, heard }) => {
  const types: (string | undefined)[] = [];
  page.context().on('request', (request) => {
    if (request.method() === 'PUT' && !request.url().endsWith('/picture-key'))
      types.push(request.headers()['content-type']);
  });
  await untilReadyToSeal(page, heard.url);
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  await openThenGoOffline(page, `${heard.url}/follow`);

  await choose(page, 'Write to the team');
  await expect(page.getByText('It is not for emergencies.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'I am not safe' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Skip this' })).toHaveCount(0);
  await next(page, 'Next');
  await expect(page.getByText('Please write your message first.')).toBeVisible();
  await expect(page.getByRole('textbox')).toBeFocused();
  await page.getByRole('textbox').fill('When do you come?');
  await untilStored(page, 'When do you come?');
  await page.reload();
  await expect(page.getByRole('textbox')).toHaveValue('When do you come?');
  await next(page, 'Next');
  await expect(page.getByRole('term').getByText('Your message to the team')).toBeVisible();
  await next(page, 'Send what I added');
  await expect(page.getByText('What you added is still on this phone.')).toBeVisible();
  expect(await allThatIsKept(page)).not.toContain('When do you come?');

  await page.context().setOffline(false);
  await expectCouncilHasIt(page);
  // Sealed like everything else: nobody on the way reads a message either.
  expect(types.length).toBeGreaterThan(1);
  expect(new Set(types)).toEqual(new Set(['application/jose']));
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

test('the team writes, the person answers, and the team answers in time', async ({ page, heard, browser }) => {
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  const theirs = await browser.newContext();
  const desk = await theirs.newPage();
  await signIn(desk, heard.url, heard.admin);
  await desk.locator('a.case-row').click();
  const title = 'Write to the person';
  const form = await chooseMore(desk, title);
  await form.getByRole('radio', { name: 'Yes', exact: true }).check();
  await record(form, title, { Letter: 'Is Tuesday a good day?' });

  await page.goto(`${heard.url}/follow`);
  await expect(page.getByRole('heading', { name: 'The team wrote to you' })).toBeVisible();
  await expect(page.getByText('Is Tuesday a good day?')).toBeVisible();
  await choose(page, 'Write to the team');
  await page.getByRole('textbox').fill('Wednesday is better.');
  await next(page, 'Next');
  await next(page, 'Send what I added');
  await expectCouncilHasIt(page);

  await desk.reload();
  await expect(desk.getByText('Wednesday is better.')).toBeVisible();
  await expect(desk.getByText('A message, answer by')).toBeVisible();
  await theirs.close();
});

import { signIn } from './at-desk.ts';
import { formOf, record } from './desk-acts.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
import { acknowledgeAll, councilHas } from './officer.ts';
import { andKept, choose, expectCouncilHasIt, next, send, tellUntilCheck } from './tell.ts';

test('afterwards a person says that things are worse and changes whom to tell; officers see both', async ({
  page,
  heard,
  browser,
}) => {
  const heading = page.getByRole('heading', { level: 1 });
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  await page.goto(`${heard.url}/follow`);
  const card = page.getByRole('button', { name: 'Who we may tell' });
  await expect(card).toContainText('Ask me first');
  // Nobody has written yet: how things are is not asked.
  await expect(page.getByRole('button', { name: 'How are things now?' })).toHaveCount(0);

  await card.click();
  await expect(heading).toHaveText('Who would you like us to tell?');
  await page.getByLabel('My school').check();
  await expect(page.getByLabel('Ask me first')).not.toBeChecked();
  await expectGoodScreen(page, 'the agreement card');
  await next(page, 'Next');
  await next(page, 'Send what I added');
  await expectCouncilHasIt(page);
  await acknowledgeAll(heard, 'We have it.');
  await page.goto(`${heard.url}/follow`);
  await expect(card).toContainText('My school');
  await card.click();
  await expect(page.getByLabel('My school')).toBeChecked();
  await page.getByLabel('Ask me first').check();
  await expect(page.getByLabel('My school')).not.toBeChecked();
  await page.getByLabel('My advocate').check();
  await next(page, 'Next');
  await next(page, 'Send what I added');
  await expectCouncilHasIt(page);

  // What was begun and not sent is there again, though the card is pressed anew.
  await page.goto(`${heard.url}/follow`);
  await card.click();
  await andKept(page, () => page.getByLabel('The person it is about').check());
  const again = await page.context().newPage();
  await again.goto(`${heard.url}/follow`);
  await again.locator('.item-received > summary').click();
  await again.getByRole('button', { name: 'Who we may tell' }).click();
  await expect(again.getByLabel('The person it is about')).toBeChecked();
  await expect(again.getByLabel('My advocate')).toBeChecked();
  await again.close();
  await andKept(page, () => page.getByLabel('The person it is about').uncheck());
  await next(page, 'Next');
  await next(page, 'Send what I added');
  await expectCouncilHasIt(page);

  await page.goto(`${heard.url}/follow`);
  await choose(page, 'How are things now?');
  await expect(heading).toHaveText('How are things now?');
  await expectGoodScreen(page, 'how things are now');
  await choose(page, 'Worse');
  await next(page, 'Send what I added');
  await expectCouncilHasIt(page);
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText('You said today how things are.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'How are things now?' })).toHaveCount(0);
  await expectGoodScreen(page, 'my messages, afterwards');
  await expect.poll(async () => (await councilHas(heard))[0]?.worse?.since).toBeTruthy();

  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await signIn(desk, heard.url, heard.admin);
  await desk.getByRole('button', { name: 'Things are worse 1' }).click();
  await desk.locator('.case-row', { hasText: 'Things are worse' }).click();
  const agreed = desk.getByRole('definition').filter({ hasText: /From .*School/ });
  await expect(agreed).toContainText(/From .*: Advocate.*From .*: School/);
  const form = formOf(desk, 'Seen that things are worse');
  await expectGoodDesk(desk, 'a case in which things are worse');
  await record(form, 'Seen that things are worse', { 'What was done, by whom and when?': 'Rang her school.' });
  await expect(desk.getByRole('button', { name: 'Things are worse 0' })).toBeVisible();
});

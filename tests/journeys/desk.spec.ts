import { startHeard } from '../heard-server.ts';
import { signIn } from './at-desk.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';
import { expectCouncilHasIt, next, send, someWords, tellUntilCheck } from './tell.ts';

test('staff acknowledge with a letter and a route, and the person sees both, without a network too', async ({
  page,
  heard,
  browser,
}) => {
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);

  const office = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const desk = await office.newPage();
  await signIn(desk, heard.url, heard.admin);
  await expectGoodDesk(desk, 'the list');
  await desk.getByText(someWords).click();
  await expect(desk.getByRole('heading', { name: 'What was said' })).toBeVisible();
  await expectGoodDesk(desk, 'a case');
  await desk.getByRole('radio', { name: /Statutory complaint/ }).check();
  await desk.getByRole('textbox', { name: 'Letter' }).fill('We have it. Jo is looking into it.');
  await desk.getByRole('button', { name: 'Send acknowledgement' }).click();
  await expect(desk.getByRole('heading', { name: 'Acknowledge', exact: true })).toHaveCount(0);
  await expect(desk.getByText('We have it. Jo is looking into it.')).toBeVisible();
  await expectGoodDesk(desk, 'an acknowledged case');

  await desk.getByText('Help them back in').click();
  await desk.getByRole('button', { name: 'Make a link' }).click();
  await expect(desk.getByText('Please fill this in.')).toHaveCount(2);
  await expectGoodDesk(desk, 'helping somebody back in');
  await desk.getByLabel('Who asked, and how you spoke with them').fill('The child, by telephone');
  await desk.getByLabel('How you are sure that it is them').fill('She named her school.');
  await desk.getByRole('button', { name: 'Make a link' }).click();
  const link = desk.getByLabel('Link to follow with');
  await expect(link).toBeVisible();
  await expectGoodDesk(desk, 'a link that helps back in');
  const otherPhone = await browser.newPage();
  await otherPhone.goto(await link.inputValue());
  await expect(otherPhone.getByText('We have it. Jo is looking into it.')).toBeVisible();
  await otherPhone.close();

  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText('We have it. Jo is looking into it.')).toBeVisible();
  await expect(page.getByText('The law sets the dates.')).toBeVisible();
  await expect(page.getByRole('listitem').nth(1)).toContainText('The council wrote to you.');
  await expect(page.getByRole('listitem').nth(2)).toContainText(/By \w+day/);
  await expect(page.getByText('This date may change.')).toHaveCount(0);

  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await heard.stop();
  await page.reload();
  await expect(page.getByText('We have it. Jo is looking into it.')).toBeVisible();
  await next(page, 'Check again');
  await expect(page.getByText('We have it. Jo is looking into it.')).toBeVisible();
  await office.close();
});

test('the printed link makes the first account, once', async ({ page }) => {
  const heard = await startHeard({ HEARD_ADMIN_EMAIL: '', HEARD_ADMIN_PASSWORD: '' });
  try {
    const link = /(http\S+\/desk#set-up=\S+)/.exec(heard.said())?.[1] ?? '';
    expect(link).toContain('#set-up=');
    const own = new URL(link);
    await page.goto(`${heard.url}/desk${own.hash}`);
    await expectGoodDesk(page, 'set-up');
    // The token does not stay in the address, where the next person would find it.
    expect(page.url()).not.toContain('set-up');
    await page.getByLabel('Your name').fill('Jo Bloggs');
    await page.getByLabel('E-mail address').fill('jo@example.org');
    await page.getByLabel('Password').fill('a walk by the river');
    await page.getByRole('button').last().click();
    await expect(page.getByRole('heading', { name: 'Next due' })).toBeVisible();

    const again = await fetch(`${heard.url}/api/desk/set-up`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: heard.url },
      body: JSON.stringify({
        token: own.hash.replace('#set-up=', ''),
        name: 'Someone Else',
        email: 'else@example.org',
        password: 'another walk by the river',
      }),
    });
    expect(again.status).toBe(403);
  } finally {
    await heard.remove();
  }
});

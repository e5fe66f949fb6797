import { type HeardServer, startHeard } from '../heard-server.ts';
import { isAboutSafety, type MailServer, startMailServer } from '../server/mail-server.ts';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
import {
  advocateUntilCheck,
  choose,
  expectCouncilHasIt,
  expectOnPhone,
  next,
  openThenGoOffline,
  send,
} from './tell.ts';

const words = 'He shouts and I hide in my room.';

let mailServer: MailServer;
let heard: HeardServer;
test.beforeEach(async () => {
  mailServer = await startMailServer(isAboutSafety);
  heard = await startHeard({
    HEARD_SMTP_URL: mailServer.url,
    HEARD_MAIL_FROM: 'heard@example.gov.uk',
    HEARD_SAFEGUARDING_EMAIL: 'safeguarding@example.gov.uk',
  });
});
test.afterEach(async () => {
  await heard.remove();
  await mailServer.stop();
});

test('a child who is not safe is told whom to ring without a network, and the safeguarding team by e-mail once it has gone', async ({
  page,
  browser,
}) => {
  await openThenGoOffline(page, heard.url);
  await choose(page, 'I am a young person');
  await choose(page, 'Something is wrong');
  await page.getByRole('textbox').fill(words);
  await next(page, 'Next');
  await next(page, 'Skip this');
  await expect(page.getByText('If you say no or don’t know, we tell a team. They try to help.')).toBeVisible();
  await next(page, 'No');
  for (const number of ['999', '0800 1111', '0345 678 9021', '0345 678 9040', '0808 800 5000']) {
    const ring = page.getByRole('main').getByRole('link', { name: `Ring ${number}` });
    await expect(ring).toHaveAttribute('href', `tel:${number.replaceAll(' ', '')}`);
  }
  // No complaints line stands on a safety screen, and nobody is said to know yet.
  await expect(page.getByRole('main')).not.toContainText(/0345 678 9000|01743 256188/);
  await expect(page.getByText('No one at the council has seen this yet.')).toBeVisible();
  await next(page, 'Carry on');
  await advocateUntilCheck(page);
  await send(page);
  await expectOnPhone(page);
  // What was sent is not what helps now, and whoever said it may wait for an answer.
  const ringFirst = page.getByRole('region', { name: 'Get help now' });
  await expect(ringFirst).toContainText('Nobody here has seen this yet.');
  await expect(ringFirst.getByRole('link', { name: 'Ring 999' })).toHaveAttribute('href', 'tel:999');
  await expectGoodScreen(page, 'sent, by who is not safe');
  expect(mailServer.offered()).toBe(0);

  await page.context().setOffline(false);
  await expectCouncilHasIt(page);
  await mailServer.untilAccepted(1);
  const [mail] = mailServer.mails;
  expect(mail?.to).toMatchObject({ text: 'safeguarding@example.gov.uk' });
  expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/shouts|hide|room/);

  // The link in it leads an officer to the case, first in the list.
  const office = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const desk = await office.newPage();
  await desk.goto(/http\S+\/desk#\S+/.exec(mail?.text ?? '')?.[0] ?? '');
  await desk.getByLabel('E-mail address').fill(heard.admin.email);
  await desk.getByLabel('Password').fill(heard.admin.password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await expect(desk.getByRole('blockquote')).toHaveText(words);
  await expect(desk.getByText('The answer was “no”')).toBeVisible();
  await expect(desk.getByText(/The safeguarding e-mail went/)).toBeVisible();
  await office.close();
});

test('who pressed "I am not safe" may tell the team too, from where they were and after it was sent', async ({
  page,
}) => {
  await page.goto(heard.url);
  await choose(page, 'I am a young person');
  await choose(page, 'My idea');
  await page.getByRole('textbox').fill(words);
  await page.getByRole('button', { name: 'I am not safe' }).click();
  await choose(page, 'Tell the team too');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Do you feel safe right now?');
  await choose(page, 'I don’t know');
  await next(page, 'Carry on');
  await expect(page.getByRole('textbox')).toHaveValue(words);
  await next(page, 'Next');
  await send(page);
  await expectCouncilHasIt(page);
  await mailServer.untilAccepted(1);

  await page.goto(`${heard.url}/follow`);
  await page.getByRole('button', { name: 'I am not safe' }).click();
  await choose(page, 'Tell the team too');
  await next(page, 'No');
  await next(page, 'Carry on');
  await next(page, 'Send what I added');
  await expectCouncilHasIt(page);
  await mailServer.untilAccepted(2);
});

test('a mail server that is down for a while gets it when it is back', async ({ page }) => {
  await mailServer.stop();
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill(words);
  await next(page, 'Next');
  await choose(page, 'Something is wrong');
  await next(page, 'Skip this');
  await next(page, 'I don’t know');
  await next(page, 'Carry on');
  await advocateUntilCheck(page);
  await send(page);
  await expectCouncilHasIt(page);
  await expect.poll(heard.said, { timeout: 15_000 }).toContain('was not accepted');
  await mailServer.start();
  await mailServer.untilAccepted(1);
  expect(mailServer.mails).toHaveLength(1);
});

import { randomBytes, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { CaseDetail } from '../../src/domain/desk-api.ts';
import { signIn } from './at-desk.ts';
import { chooseMore, formOf, record, recordDue, recordMore } from './desk-acts.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './officer.ts';
import { expectCouncilHasIt, send, someWords, tellUntilCheck } from './tell.ts';

/** Looks at what the person is shown now. */
async function follow(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/follow`);
  await page.getByRole('button', { name: 'Check again' }).waitFor();
}

for (const { width, height, colorScheme } of [
  { width: 1280, height: 800, colorScheme: 'light' },
  { width: 360, height: 740, colorScheme: 'dark' },
] as const) {
  test(`a statutory complaint goes from a child’s words to the Ombudsman, at ${width}, ${colorScheme}`, async ({
    page,
    heard,
    browser,
  }) => {
    test.slow();
    await tellUntilCheck(page, heard.url);
    await send(page);
    await expectCouncilHasIt(page);

    const office = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
    const desk = await office.newPage();
    // Looking is at every size and in each theme: once of the two is enough.
    const look = async (page: Page, screen: string) => colorScheme === 'dark' || expectGoodDesk(page, screen);
    await signIn(desk, heard.url, heard.admin);
    await desk.getByText(someWords).click();
    await desk.getByRole('radio', { name: /Statutory complaint/ }).check();
    await desk.getByRole('button', { name: 'Send acknowledgement' }).click();
    await expect(formOf(desk, 'Answer stage 1')).toBeVisible();
    await look(desk, 'an acknowledged case');

    await recordMore(desk, 'Give it to somebody', { 'To whom': 'Looked After Children Teams' });
    const consent = await chooseMore(desk, 'Record consent');
    await look(desk, 'recording consent');
    await consent.getByRole('button', { name: 'Record: Record consent' }).click();
    await expect(consent.getByText('Please choose one.')).toBeVisible();
    await consent.getByLabel('Yes').check();
    await record(consent, 'Record consent', { 'Who was asked': 'The child', 'How they were asked': 'By phone' });

    // What only its writer knows stands in brackets, and does not go as it is.
    const answer = formOf(desk, 'Answer stage 1');
    await answer.getByRole('button', { name: 'Record: Answer stage 1' }).click();
    await expect(answer.getByText('Please replace what stands in brackets.')).toBeVisible();
    await expect(answer.getByLabel('Letter')).toBeFocused();
    await answer.getByLabel('Letter').fill('We asked her. She should ring you on Tuesdays.');
    await desk.reload();
    await expect(answer.getByLabel('Letter')).toHaveValue('We asked her. She should ring you on Tuesdays.');
    await record(answer, 'Answer stage 1');

    await follow(page, heard.url);
    await expect(page.getByText('She should ring you on Tuesdays.')).toBeVisible();
    await expect(page.getByText('You got an answer.')).toBeVisible();
    await expect(page.getByText(/You can ask for a new look until this day/)).toBeVisible();

    await recordMore(desk, 'Stage 2 asked for');
    await recordDue(desk, 'Acknowledge stage 2');
    const named = { 'Investigating officer': 'Ola Reed', 'Independent person': 'Ola Reed' };
    const appoint = formOf(desk, 'Name the investigating officer');
    for (const [label, name] of Object.entries(named)) await appoint.getByLabel(label).fill(name);
    await appoint.getByRole('button', { name: 'Record: Name the investigating officer' }).click();
    await expect(appoint.getByText('They must be different people.')).toBeVisible();
    await record(appoint, 'Name the investigating officer', { 'Independent person': 'Kit Moss' });
    await recordDue(desk, 'Statement of complaint agreed');
    await recordDue(desk, 'Stage 2 report came');
    await recordDue(desk, 'Answer stage 2', { Letter: 'Ola Reed found that you were right.' });

    await follow(page, heard.url);
    await expect(page.getByText('Ola Reed should take the new look.')).toBeVisible();
    await expect(page.getByText('Ola Reed found that you were right.')).toBeVisible();
    await expect(page.getByText(/You can ask for a panel until this day/)).toBeVisible();

    await recordMore(desk, 'Panel asked for');
    await recordDue(desk, 'Name the panel', {
      'Panel member 1': 'Ash Hill',
      'Panel member 2': 'Bea Cole',
      'Panel member 3': 'Cy Dale',
    });
    await recordDue(desk, 'Panel met');
    await recordDue(desk, 'Panel report came');
    await recordDue(desk, 'Answer the panel', { Letter: 'The panel agrees with you. We do what it says.' });
    await recordMore(desk, 'Ombudsman asks');
    await follow(page, heard.url);
    await expect(page.getByText('The panel agrees with you. We do what it says.')).toBeVisible();
    await expect(page.getByText('The council answered the panel.')).toBeVisible();
    await recordDue(desk, 'Ombudsman answered');

    const close = await chooseMore(desk, 'Close');
    await close.getByLabel('Upheld', { exact: true }).check();
    await close.getByRole('button', { name: 'Record: Close' }).click();
    await expect(close.getByText('Please say what was learned, and what is to be done.')).toHaveCount(2);
    await look(desk, 'a case that lacks its learning');
    await record(close, 'Close', {
      'Problem category': 'Communication',
      'What was learned, needed when upheld': 'Say when a call is put off.',
      'Action 1: what, needed when upheld': 'Tell every new worker.',
      'Action 1: who': 'Team manager',
      'Action 1: by when': '2030-01-31',
    });
    await desk.getByText(/^History, \d+ entries$/).click();
    await expect(desk.getByText('Say when a call is put off.')).toBeVisible();
    await expect(desk.getByText('Ash Hill, Bea Cole, Cy Dale').last()).toBeVisible();
    await look(desk, 'a closed case');
    const learned = formOf(desk, 'Learning action done');
    await learned.getByLabel(/^Tell every new worker/).check();
    await record(learned, 'Learning action done');
    await expect(desk.getByRole('region', { name: 'What was learned' })).toContainText(/Done .*, recorded by Officer/);
    await office.close();
  });
}

test('what is written while somebody else acts is kept, and goes once the change was seen', async ({ page, heard }) => {
  const ask = await signedIn(heard);
  const id = randomUUID();
  const followKey = randomBytes(16).toString('base64url');
  const said = { version: 1, kind: 'complaint', words: someWords };
  await ask('recordings', { id, followKey, channel: 'phone', receivedOn: '2026-11-02', said });
  await signIn(page, heard.url, heard.admin);
  await page.getByText(someWords).click();
  const form = await chooseMore(page, 'Judge maturity');
  await form.getByLabel('Partly').check();
  await form.getByLabel('Why').fill('She wants to think about it.');

  const { revision } = (await ask(`cases/${id}`)) as CaseDetail;
  await ask(`cases/${id}/actions`, { action: 'assign', to: { team: 'looked-after' }, revision });
  await form.getByRole('button', { name: 'Record: Judge maturity' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The case has changed since you opened it.' })).toBeVisible();
  await expect(form.getByLabel('Why')).toHaveValue('She wants to think about it.');
  await record(form, 'Judge maturity');
  await page.getByText(/^History, \d+ entries$/).click();
  await expect(page.getByText('She wants to think about it.')).toBeVisible();
  await expect(page.getByText('Looked After Children Teams', { exact: true })).toBeVisible();
});

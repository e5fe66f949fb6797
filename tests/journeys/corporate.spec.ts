import type { Locator, Page } from '@playwright/test';
import { signIn } from './at-desk.ts';
import { chooseMore, formOf, record, recordDue, recordMore } from './desk-acts.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';

const when = 'When, if not today (may stay empty)';
/** Of a letter that was posted before it was written down here. */
const posted = { 'By letter': 'yes' };

/** Writes down a complaint that came by letter, with its true day, and gives the link that the person follows with. */
async function recordLetter(desk: Page, receivedOn: string): Promise<string> {
  await desk.getByRole('link', { name: 'Record feedback' }).click();
  await desk.getByText('Complaint', { exact: true }).click();
  await desk.getByLabel('What was said').fill('Nobody answered my letters.');
  await desk.getByLabel('Who said it').selectOption('Parent or carer');
  await desk.getByLabel('How it reached you').selectOption('By letter');
  await desk.getByLabel('On which day').fill(receivedOn);
  await desk.getByRole('button', { name: 'Record it' }).click();
  const link = await desk.getByLabel('Link to follow').inputValue();
  await desk.getByRole('link', { name: 'Open the case' }).click();
  return link;
}

function step(desk: Page, name: string): Locator {
  return desk.locator('.step').filter({ hasText: name });
}

// Counted on a calendar, each from its rule: before 1 April 2026 30 working days from the receipt, then 20 from the
// request; since then 10 from the acknowledgement, 5 for that of stage 2 and 20 from it. Easter 2026: 3 and 6 April.
for (const { edition, received, acknowledged, answer, acknowledge2, response } of [
  {
    ...{ edition: 'of before 1 April 2026', received: '2026-03-31', acknowledged: '2026-04-01' },
    ...{ answer: 'Fri 15 May', acknowledge2: undefined, response: 'Tue 16 Jun' },
  },
  {
    ...{ edition: 'from 1 April 2026', received: '2026-04-01', acknowledged: '2026-04-02' },
    ...{ answer: 'Mon 20 Apr', acknowledge2: 'Tue 26 May', response: 'Wed 17 Jun' },
  },
] as const) {
  test(`a corporate complaint under the rules ${edition} is led to the Ombudsman, on its own dates`, async ({
    page,
    heard,
    browser,
  }) => {
    test.slow();
    const office = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const desk = await office.newPage();
    await signIn(desk, heard.url, heard.admin);
    const link = await recordLetter(desk, received);

    await desk.getByRole('radio', { name: /Corporate complaint/ }).check();
    await formOf(desk, 'Acknowledge').getByLabel(when, { exact: true }).fill(acknowledged);
    await formOf(desk, 'Acknowledge').getByLabel('By letter').check();
    await desk.getByRole('button', { name: 'Send acknowledgement' }).click();
    await expect(step(desk, 'Stage 1 answer')).toContainText(answer);
    await expect(step(desk, 'Stage 1 answer').getByRole('img', { name: 'Late' })).toBeVisible();
    await recordDue(desk, 'Answer stage 1', { Letter: 'We looked into it.', [when]: '2026-05-15', ...posted });

    await recordMore(desk, 'Stage 2 asked for', { [when]: '2026-05-18' });
    if (acknowledge2) await expect(step(desk, 'Acknowledge stage 2')).toContainText(acknowledge2);
    else await expect(step(desk, 'Acknowledge stage 2')).toHaveCount(0);
    await recordDue(desk, 'Acknowledge stage 2', { [when]: '2026-05-19', ...posted });
    await expect(step(desk, 'Stage 2 response')).toContainText(response);
    await recordDue(desk, 'Answer stage 2', { Letter: 'We looked again.', [when]: '2026-06-10', ...posted });

    // No panel on this route; the Ombudsman is answered within 28 calendar days.
    await desk.getByText('More actions').click();
    await expect(desk.getByRole('button', { name: 'Panel asked for' })).toHaveCount(0);
    await recordMore(desk, 'Ombudsman asks', { [when]: '2026-06-22' });
    await expect(step(desk, 'Answer the Ombudsman')).toContainText('Mon 20 Jul');
    await page.goto(link);
    await expect(page.getByText('We looked again.')).toBeVisible();
    await expect(page.getByText('They use the council’s own complaints steps.')).toBeVisible();
    await expect(page.getByText('The council should have answered the Ombudsman.', { exact: true })).toBeVisible();

    await recordDue(desk, 'Ombudsman answered');
    const close = await chooseMore(desk, 'Close');
    await close.getByLabel('Not upheld').check();
    await record(close, 'Close', { 'Problem category': 'Communication' });
    await expect(desk.locator('.case-row')).toContainText('Nothing to do');
    await page.reload();
    await expect(page.getByText('The council answered the Ombudsman.')).toBeVisible();
    await office.close();
  });
}

test('a complaint that is refused for now says from when it may come again, to staff and to the person', async ({
  page,
  heard,
}) => {
  await signIn(page, heard.url, heard.admin);
  const link = await recordLetter(page, '2026-04-01');
  const letter = 'A court looks at this now. You can come back to us.';
  const again = { 'May come again from': '2030-03-04', Letter: letter, Reason: 'A court case is going on.' };
  await recordMore(page, 'Refuse for now', again);
  await expect(step(page, 'May come again from')).toContainText('Mon 4 Mar 2030');
  await expectGoodDesk(page, 'a complaint that was refused for now');
  await page.goto(link);
  await expect(page.getByText(letter)).toBeVisible();
  await expect(page.getByText('You can bring this to us again.')).toBeVisible();
});

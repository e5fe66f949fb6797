import type { Page } from '@playwright/test';
import { type HeardServer, startHeard } from '../heard-server.ts';
import report from './annual-report/examples.json' with { type: 'json' };
import { type Example, tellExample } from './annual-report/tell-example.ts';
import { expect, test } from './fixtures.ts';
import { expectCouncilHasIt, expectOnPhone, next, untilOfflineReady } from './tell.ts';

/**
 * Every example compliment and complaint of the council's annual report, told in the app by somebody in the voice that
 * fits, with and without a network, answered by an officer at the desk, and read by the person on their own screen.
 */
const examples = report.examples as Example[];

let heard: HeardServer;
let desk: Page;

test.beforeAll(async ({ browser }) => {
  heard = await startHeard();
  const office = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  desk = await office.newPage();
  await desk.goto(`${heard.url}/desk`);
  await desk.getByLabel('E-mail address').fill(heard.admin.email);
  await desk.getByLabel('Password').fill(heard.admin.password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await expect(desk.getByRole('heading', { name: 'Next due' })).toBeVisible();
});

test.afterAll(async () => {
  await desk.context().close();
  await heard.remove();
});

for (const example of examples) {
  test(`${example.kind} ${example.example}, answered, and told again without a network`, async ({ page }) => {
    const submit = example.kind === 'complaint' ? 'Send' : 'Send my thank you';
    await page.goto(heard.url);
    await tellExample(page, heard.url, example);
    await next(page, submit);
    await expectCouncilHasIt(page);
    const reference = await referenceOn(page);
    await answerAtTheDesk(reference, example);
    await page.goto(`${heard.url}/follow`);
    await expect(page.getByText(`An answer to ${reference}.`)).toBeVisible();
    await expect(page.getByText('The council wrote to you.')).toBeVisible();
    if (example.kind === 'complaint') await expect(page.getByText('The law sets the dates.')).toBeVisible();

    await untilOfflineReady(page);
    await page.context().setOffline(true);
    await page.goto(heard.url);
    await tellExample(page, heard.url, example);
    await next(page, submit);
    await expectOnPhone(page);
    await page.context().setOffline(false);
    await expectCouncilHasIt(page);
    await findAtTheDesk(await referenceOn(page), example);
  });
}

async function referenceOn(page: Page): Promise<string> {
  const [reference = ''] = /H-\w{4}-\w{2}/.exec((await page.getByRole('main').textContent()) ?? '') ?? [];
  expect(reference).not.toBe('');
  return reference;
}

async function findAtTheDesk(reference: string, example: Example): Promise<void> {
  await desk.goto(`${heard.url}/desk`);
  await desk.getByRole('link').filter({ hasText: reference }).click();
  await expect(desk.getByRole('blockquote')).toHaveText(example.words);
  for (const said of [example.person, example.wanted, example.notThisPerson]) {
    if (said) await expect(desk.getByRole('definition').filter({ hasText: said }).first()).toBeVisible();
  }
  if (example.safe) await expect(desk.getByText('The answer was “not sure”')).toBeVisible();
}

async function answerAtTheDesk(reference: string, example: Example): Promise<void> {
  await findAtTheDesk(reference, example);
  if (example.kind === 'complaint') await desk.getByRole('radio', { name: /Statutory complaint/ }).check();
  await desk.getByRole('textbox', { name: 'Letter' }).fill(`An answer to ${reference}.`);
  await desk.getByRole('button', { name: 'Send acknowledgement' }).click();
  await expect(desk.getByText(`An answer to ${reference}.`)).toBeVisible();
}

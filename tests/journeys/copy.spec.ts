import { randomBytes, randomUUID } from 'node:crypto';
import type { HeardServer } from '../heard-server.ts';
import { signIn } from './at-desk.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';

async function aCase({ url }: HeardServer): Promise<string> {
  const id = randomUUID();
  const said = {
    ...{ version: 1, kind: 'complaint', voice: 'child', words: 'My brother Jamie waited. JAMIE Reed too.' },
    ...{ notThisPerson: 'Kim Cole', safe: 'no', whereNow: 'My aunt' },
    reply: { by: 'phone', to: '07700 900123', when: 'After school' },
  };
  const headers = {
    'Content-Type': 'application/json',
    Authorization: `Bearer ${randomBytes(16).toString('base64url')}`,
  };
  const answer = await fetch(`${url}/api/submissions/${id}`, { method: 'PUT', headers, body: JSON.stringify(said) });
  expect(answer.status).toBe(201);
  return id;
}

test('a case is printed for the investigator with what was chosen, names struck out, and nothing of the desk', async ({
  page,
  heard,
}) => {
  const id = await aCase(heard);
  await page.setViewportSize({ width: 360, height: 640 });
  await signIn(page, heard.url, heard.admin);
  await page.goto(`${heard.url}/desk#case=${id}`);
  await page.getByRole('link', { name: 'Print for the investigator' }).click();
  await expect(page.getByRole('heading', { name: 'Print for the investigator' })).toBeFocused();
  await page.getByLabel('Letters and messages').uncheck();
  await page.getByLabel('How to reach them').check();
  await page.getByLabel('Names to strike out, one on each line').fill('jamie reed\njamie');
  await expectGoodDesk(page, 'what goes into the copy');
  await page.getByRole('button', { name: 'Make the copy' }).click();

  const paper = page.getByRole('article');
  const reference = page.locator('#paper-title');
  await expect(reference).toBeFocused();
  await expect(paper).toContainText('My brother █████ waited. █████ too.');
  await expect(paper).toContainText('07700 900123');
  await expect(paper).toContainText('After school');
  await expect(paper).not.toContainText('Kim Cole');
  await expect(paper).not.toContainText('My aunt');
  await expect(paper).toContainText('Not in this copy: Letters and messages; Notes of staff; Safety.');
  await expectGoodDesk(page, 'a copy for the investigator');

  await page.emulateMedia({ media: 'print' });
  const foot = await page.evaluate(() =>
    document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join(),
  );
  expect(foot).toContain((await reference.textContent()) ?? 'no reference');
  await expect(paper).toBeVisible();
  for (const chrome of ['Make the copy', 'Print', 'Sign out']) {
    await expect(page.getByRole('button', { name: chrome, exact: true })).toBeHidden();
  }
  const { length } = await page.pdf({ preferCSSPageSize: true });
  expect(length).toBeGreaterThan(1_000);
  await page.emulateMedia({ media: 'screen' });

  // Another choice is another copy: what lies there is no longer what the ticks say.
  await page.getByLabel('Safety').check();
  await expect(paper).toHaveCount(0);
});

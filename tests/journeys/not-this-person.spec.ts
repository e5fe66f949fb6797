import type { Page } from '@playwright/test';
import { IssuedLink } from '../../src/domain/people-api.ts';
import type { HeardServer } from '../heard-server.ts';
import { signIn } from './at-desk.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';
import { councilHas } from './officer.ts';
import { choose, expectCouncilHasIt, next, send, tellUntilCheck } from './tell.ts';

const sarah = { name: 'Sarah Green', email: 'sarah@example.org', password: 'seven green bottles today' };

/** Invites an officer, who takes the invitation up. */
async function addOfficer({ url, admin }: HeardServer, { name, email, password }: typeof sarah): Promise<void> {
  const headers = { 'Content-Type': 'application/json', Origin: url };
  const post = (path: string, body: object, cookie = '') =>
    fetch(`${url}/api/${path}`, {
      method: 'POST',
      headers: { ...headers, Cookie: cookie },
      body: JSON.stringify(body),
    });
  const signed = await post('auth/sign-in/email', admin);
  const cookie = signed.headers.getSetCookie()[0]?.split(';')[0];
  const invited = await post('staff/invitations', { name, email, roles: ['officer'], teams: [] }, cookie);
  const { link } = IssuedLink.parse(await invited.json());
  const token = new URL(link).hash.split('=')[1];
  expect((await post('staff/links/use', { token, password })).status).toBe(200);
}

/** The list as it is now, every way of finding one case in it, and its address. */
async function expectToFindNothing(desk: Page, url: string, { id, reference }: { id: string; reference: string }) {
  await desk.goto(`${url}/desk`);
  await expect(desk.getByText('Nobody has told you anything yet.')).toBeVisible();
  await expect(desk.getByRole('button', { name: /^Not opened yet 0$/ })).toBeVisible();
  await desk.getByRole('searchbox').fill(reference);
  await desk.getByRole('button', { name: 'Search' }).click();
  await expect(desk.getByText('Nothing was found.')).toBeVisible();
  await desk.goto(`${url}/desk#case=${id}`);
  await expect(desk.getByText('There is no such case here.')).toBeVisible();
}

test('an officer whom a child names finds nothing of it, before and after a colleague says who it is', async ({
  page,
  heard,
  browser,
}) => {
  test.setTimeout(180_000);
  await addOfficer(heard, sarah);
  const named = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await signIn(named, heard.url, sarah);

  await tellUntilCheck(page, heard.url);
  await page.getByText('Add more, if you like').click();
  await choose(page, 'Who should not handle it');
  await page.getByRole('textbox').fill('Sara');
  await next(page, 'Next');
  await send(page);
  await expectCouncilHasIt(page);
  const [it] = await councilHas(heard);
  if (!it) throw new Error('The council has nothing.');
  await expectToFindNothing(named, heard.url, it);

  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await signIn(desk, heard.url, heard.admin);
  await desk.getByRole('button', { name: 'Name to match 1' }).click();
  await desk.getByRole('link', { name: it.reference }).click();
  const panel = desk.getByRole('region', { name: 'They asked that this person does not handle it' });
  await expect(panel.getByText('Until you say who it is, the case is kept from: Sarah Green.')).toBeVisible();
  await panel.getByText('Say who it is', { exact: true }).click();
  await expectGoodDesk(desk, 'a name to be matched');
  await panel.getByRole('button', { name: 'Record who it is' }).click();
  await expect(panel.getByText('Please choose', { exact: false })).toBeVisible();
  await panel.getByLabel('Sarah Green').check();
  await panel.getByRole('button', { name: 'Record who it is' }).click();
  await expect(panel.getByText('The case is kept from Sarah Green.', { exact: false })).toBeVisible();
  await expectGoodDesk(desk, 'a name that is matched');

  // The session that was open all the while.
  await expectToFindNothing(named, heard.url, it);
});

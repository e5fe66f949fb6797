import { randomBytes, randomUUID } from 'node:crypto';
import { addDays, londonDate } from '../../src/domain/dates.ts';
import { followLink } from '../../src/domain/follow-link.ts';
import type { HeardServer } from '../heard-server.ts';
import { signIn } from './at-desk.ts';
import { formOf, record } from './desk-acts.ts';
import { expectGoodDesk } from './desk-look.ts';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
import { councilHas, signedIn } from './officer.ts';
import { choose, expectCouncilHasIt, send, tellUntilCheck, untilOfflineReady } from './tell.ts';

const today = londonDate(new Date().toISOString());

/** A complaint that reached the council eight weeks ago, was acknowledged and never answered. Gives the way to follow it. */
async function complainedLongAgo(heard: HeardServer): Promise<string> {
  const ask = await signedIn(heard);
  const [id, followKey] = [randomUUID(), randomBytes(16).toString('base64url')];
  const said = { version: 1, kind: 'complaint', words: 'Nobody rang.', voice: 'young-person' };
  await ask('recordings', { id, followKey, channel: 'phone', receivedOn: addDays(today, -56), said });
  const on = addDays(today, -54);
  const body = { action: 'acknowledge', message: 'We have it.', route: 'statutory', on, told: 'letter', revision: 1 };
  await ask(`cases/${id}/actions`, body);
  return followLink(heard.url, followKey);
}

test('who waits too long for an answer asks for stage 2 without a network, and an officer opens it', async ({
  page,
  heard,
  browser,
}) => {
  await page.goto(await complainedLongAgo(heard));
  const offer = page.getByRole('region', { name: 'What you can ask' });
  await expect(offer).toContainText('They are late. You should have had an answer.');
  await expect(offer.getByRole('link', { name: 'Ring 0300 061 0614' })).toBeVisible();
  await expect(page.getByText('The council says: this came by letter on')).toBeVisible();
  await expectGoodScreen(page, 'they are late');

  await untilOfflineReady(page);
  await page.context().setOffline(true);
  await page.goto(`${heard.url}/follow`);
  await offer.getByRole('button', { name: 'Ask for a new look' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ask for a new look');
  await expect(page.getByRole('textbox')).toHaveValue(/^It was due on .*\. I am still waiting\.$/);
  await expectGoodScreen(page, 'asking for the next step');
  await choose(page, 'Next');
  await choose(page, 'Send what I added');
  await expect(page.getByText('What you added is still on this phone.')).toBeVisible();
  await page.goto(`${heard.url}/follow`);
  await expect(offer).toContainText('You asked them on');
  await expect(offer.getByRole('button', { name: 'Ask for a new look' })).toHaveCount(0);

  await page.context().setOffline(false);
  await expect.poll(async () => (await councilHas(heard))[0]?.asksFor).toBe('stage2');
  await expect(page.getByText(/^They should answer you by/)).toBeVisible();

  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await signIn(desk, heard.url, heard.admin);
  const row = desk.locator('.case-row');
  await expect(row).toContainText('Asked for: Stage 2. Answer by');
  await row.click();
  await expect(desk.getByRole('heading', { name: 'What they asked for' })).toBeVisible();
  await expect(desk.getByText('I am still waiting.')).toBeVisible();
  const form = formOf(desk, 'Stage 2 asked for');
  await expect(form.getByLabel('When, if not today')).toHaveValue(today);
  await expectGoodDesk(desk, 'a case that waits for stage 2');
  await record(form, 'Stage 2 asked for');
  await expect(desk.getByText('Waits for an answer')).toHaveCount(0);

  await page.reload();
  await expect(page.getByText('You asked for a new look.')).toBeVisible();
  await expect(offer).toHaveCount(0);
});

test('a date that passes without a network is late when its day is over', async ({ page, heard }) => {
  await tellUntilCheck(page, heard.url);
  await send(page);
  await expectCouncilHasIt(page);
  await untilOfflineReady(page);
  await page.context().setOffline(true);
  // Past three working days and any holidays that may lie among them.
  await page.clock.setFixedTime(new Date(`${addDays(today, 14)}T12:00:00Z`));
  await page.goto(`${heard.url}/follow`);
  const offer = page.getByRole('region', { name: 'What you can ask' });
  await expect(offer).toContainText('They are late. You should have heard from the council.');
  await expect(offer.getByRole('button', { name: 'Ask them to write to me' })).toBeVisible();
});

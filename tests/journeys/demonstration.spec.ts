import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { build } from '../../tooling/build.mjs';
import { type HeardServer, startHeard } from '../heard-server.ts';
import { runCommand } from '../server/commands/run-command.ts';
import { signIn } from './at-desk.ts';
import { expect, test } from './fixtures.ts';
import { expectGoodScreen } from './look.ts';
import { andKept, next, untilOfflineReady } from './tell.ts';

/** Whoever meets a demonstration, as a child or as staff, is told on every page that it is one. */

test.describe.configure({ mode: 'serial' });

const data = mkdtempSync(path.join(os.tmpdir(), 'heard-demo-'));
let heard: HeardServer;
let printed: string;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  await build({ isDemo: true });
  const filled = await runCommand('demo', [], { HEARD_DATA: data });
  expect(filled).toMatchObject({ code: 0 });
  printed = filled.output;
  heard = await startHeard({ HEARD_DATA: data }, ['src/server/main.ts', '--demo']);
});

test.afterAll(async () => {
  await heard.remove();
  rmSync(data, { recursive: true, force: true });
});

// By no role alone: a question may stand beside something of its own.
const bar = (page: Page) => page.locator('aside.demonstration');
const saysToChild = 'This is just to try. No one gets what you say here.';
const saysToStaff = 'Demonstration: every case and every name here is made up, and no e-mail is sent.';

test('a child is told so on every page, in their language, without a network too; nothing of it is on the clock', async ({
  page,
}) => {
  test.setTimeout(120_000);
  for (const address of ['/', '/tell', '/follow', '/privacy', '/about', '/not-there']) {
    await page.goto(heard.url + address, { waitUntil: 'load' });
    await expect(bar(page), address).toHaveText(saysToChild, { useInnerText: true });
  }
  await page.goto(`${heard.url}/cy/about`);
  await expect(bar(page)).toHaveText('Dim ond i roi cynnig arni. Does neb yn cael dy eiriau yma.', {
    useInnerText: true,
  });

  await page.goto(heard.url);
  await untilOfflineReady(page);
  await page.context().setOffline(true);
  await page.goto(`${heard.url}/tell`);
  await page.getByRole('textbox').fill('My bus is always late.');
  await andKept(page, () => next(page, 'Next'));
  await expect(bar(page)).toHaveText(saysToChild, { useInnerText: true });
  await expectGoodScreen(page, 'a question of a demonstration');
  await page.goto(`${heard.url}/clock`);
  await expect(page.locator('body')).not.toContainText(/just to try|Heard/);
});

test('staff find it filled, are told so at the door and inside, and the desk has room below', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const [, password = ''] = /officer@heard\.example +(\S+)/.exec(printed) ?? [];
  await page.goto(`${heard.url}/desk`);
  await expect(bar(page)).toHaveText(saysToStaff);
  await signIn(page, heard.url, { email: 'officer@heard.example', password });
  await expect(bar(page)).toHaveText(saysToStaff);
  await expect(page.getByRole('button', { name: /^Not safe [1-9]/ })).toBeVisible();
  const [whole, shown] = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  expect(whole).toBe(shown);
  await page.getByRole('link', { name: /They changed the day of my contact again/ }).click();
  await expect(page.getByRole('blockquote')).toContainText('my little brother');

  // The way back that is printed beside the accounts.
  const [link = ''] = /http:\S+\/follow#key=\S+/.exec(printed) ?? [];
  await page.goto(heard.url + link.slice(link.indexOf('/follow')));
  await expect(bar(page)).toHaveText(saysToChild, { useInnerText: true });
  await expect(page.getByText('Is Tuesday after school a good time to ring you?')).toBeVisible();
});

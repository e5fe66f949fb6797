import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { choose, someWords, untilOfflineReady, untilStored } from './tell.ts';

async function precached(page: Page): Promise<string[]> {
  const paths = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map((request) => new URL(request.url).pathname);
  });
  return paths.sort();
}

const translated = (language: string) =>
  ['about', 'accessibility', 'privacy', 'what-happens'].map((page) => `/${language}/${page}/index.html`);

test('the worker puts away the app’s pages, scripts and icons, and nothing of the desk', async ({ page, heard }) => {
  await page.goto(heard.url);
  await untilOfflineReady(page);
  const paths = await precached(page);
  const scripts = paths.filter((path) => path.startsWith('/assets/'));
  expect(paths.filter((path) => !scripts.includes(path))).toEqual([
    '/about/index.html',
    '/accessibility/index.html',
    ...translated('ar'),
    '/clock/index.html',
    ...translated('cy'),
    '/follow/index.html',
    '/icons/clock-48.png',
    '/icons/heard-192.png',
    '/icons/heard-48.png',
    '/icons/notes-192.png',
    '/icons/notes-48.png',
    '/index.html',
    '/manifest-notes.webmanifest',
    '/manifest.webmanifest',
    '/picture-key.svg',
    '/privacy/index.html',
    '/tell/index.html',
    '/what-happens/index.html',
  ]);
  for (const file of ['app', 'words-ar', 'words-cy']) {
    expect(scripts.filter((path) => new RegExp(`/${file}-[\\w-]+\\.js$`).test(path))).toHaveLength(1);
  }
  expect(readdirSync('dist/assets/desk').length).toBeGreaterThan(0);
  expect(scripts.filter((path) => path.startsWith('/assets/desk/'))).toEqual([]);
});

test('the worker answers neither the desk nor the API', async ({ page, heard }) => {
  await page.goto(heard.url);
  await untilOfflineReady(page);
  await page.reload();
  await heard.stop();
  const answers = await page.evaluate(() =>
    Promise.all(
      ['/desk', '/api/council', '/api/health'].map((path) =>
        fetch(path).then(
          () => path,
          () => 'no answer',
        ),
      ),
    ),
  );
  expect(answers).toEqual(['no answer', 'no answer', 'no answer']);
  await expect(page.goto(`${heard.url}/desk`)).rejects.toThrow('ERR_CONNECTION_REFUSED');
});

test('a newer version waits until the person agrees, and is not offered while a draft is open', async ({
  page,
  faultProxy,
}) => {
  await page.goto(faultProxy.url);
  await untilOfflineReady(page);
  await page.reload();
  faultProxy.append('/sw.js', '\n// A newer version.');
  const worker = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return { waits: Boolean(registration?.waiting), isOld: navigator.serviceWorker.controller !== null };
    });
  await page.goto(faultProxy.url);
  await expect.poll(worker).toEqual({ waits: true, isOld: true });
  await expect(page.getByRole('button', { name: 'Use it' })).toBeVisible();

  await choose(page, 'I am a young person');
  await choose(page, 'Something is wrong');
  await page.getByRole('textbox').fill(someWords);
  await untilStored(page, someWords);
  await expect(page.getByRole('button', { name: 'Use it' })).toHaveCount(0);
  expect(await worker()).toEqual({ waits: true, isOld: true });

  await page.goto(faultProxy.url);
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Use it' }).click();
  await reloaded;
  await expect.poll(worker).toEqual({ waits: false, isOld: true });
  await choose(page, 'Carry on with what you started');
  await expect(page.getByRole('textbox')).toHaveValue(someWords);
});

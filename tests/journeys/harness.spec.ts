import { randomBytes, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

// What the journeys stand on, shown to do what it says before anything is concluded from it.

const submission = { version: 1, kind: 'comment', words: 'There should be more chairs.' };

/** Sends from within a page, as the app does, and tells what the page saw. */
function send(page: Page, id: string, key: string) {
  return page.evaluate(
    async ({ address, authorization, body }) => {
      try {
        const answer = await fetch(address, {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json', Authorization: authorization },
          body,
        });
        return { status: answer.status, type: answer.headers.get('content-type'), redirected: answer.redirected };
      } catch {
        return 'no answer' as const;
      }
    },
    { address: `/api/submissions/${id}`, authorization: `Bearer ${key}`, body: JSON.stringify(submission) },
  );
}

const newKey = () => randomBytes(16).toString('base64url');

test('a server restarted on its data still has what it took in', async ({ page, serverUrl, restartServer }) => {
  const [id, key] = [randomUUID(), newKey()];
  await page.goto(`${serverUrl}/api/health`);
  expect(await send(page, id, key)).toMatchObject({ status: 201 });
  await restartServer();
  expect(await send(page, id, key)).toMatchObject({ status: 200 });
});

test('a stopped server refuses connections', async ({ page, serverUrl, stopServer }) => {
  await page.goto(`${serverUrl}/api/health`);
  await stopServer();
  expect(await send(page, randomUUID(), newKey())).toBe('no answer');
});

test('a lost reply has reached the council, and the page hears nothing', async ({ page, faultProxy }) => {
  const [id, key] = [randomUUID(), newKey()];
  await page.goto(`${faultProxy.url}/api/health`);
  await faultProxy.set('lose-replies', ({ method }) => method === 'PUT');
  expect(await send(page, id, key)).toBe('no answer');
  // Chromium itself sends a PUT again when a connection it had kept open breaks under it: once, or twice.
  const [first, ...repeated] = faultProxy.reached.filter(({ method }) => method === 'PUT').map(({ status }) => status);
  expect(first).toBe(201);
  expect(repeated.every((status) => status === 200)).toBe(true);
  await faultProxy.set('none');
  expect(await send(page, id, key)).toMatchObject({ status: 200 });
});

test('the other faults keep the council out of it', async ({ page, faultProxy }) => {
  const [id, key] = [randomUUID(), newKey()];
  await page.goto(`${faultProxy.url}/api/health`);
  await faultProxy.set('server-error');
  expect(await send(page, id, key)).toMatchObject({ status: 500 });
  await faultProxy.set('captive-portal');
  expect(await send(page, id, key)).toMatchObject({ status: 200, type: 'text/html' });
  await faultProxy.set('login-redirect');
  expect(await send(page, id, key)).toMatchObject({ status: 200, type: 'text/html', redirected: true });
  await faultProxy.set('offline');
  expect(await send(page, id, key)).toBe('no answer');
  expect(faultProxy.reached.filter(({ method }) => method === 'PUT')).toEqual([]);
  await faultProxy.set('none');
  expect(await send(page, id, key)).toMatchObject({ status: 201 });
});

test('a phone killed after a strict commit remembers it when opened again', async ({ phone, serverUrl }) => {
  const first = await (await phone.open()).newPage();
  await first.goto(`${serverUrl}/api/health`);
  await first.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('harness', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('kept', 'readwrite', { durability: 'strict' });
          writing.objectStore('kept').put('some words', 'key');
          writing.oncomplete = () => resolve();
        };
      }),
  );
  await phone.kill();

  const second = await (await phone.open()).newPage();
  await second.goto(`${serverUrl}/api/health`);
  const kept = await second.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('harness', 1);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('kept').objectStore('kept').get('key');
          reading.onsuccess = () => resolve(reading.result);
        };
      }),
  );
  expect(kept).toBe('some words');
});

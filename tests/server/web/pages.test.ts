import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pageRoutes } from '../../../src/server/web/pages.ts';
import { temporaryFolder } from '../open-test-store.ts';

const folder = temporaryFolder();
const read = ['privacy', 'what-happens', 'accessibility', 'about', 'clock'];
for (const page of ['follow', ...read]) mkdirSync(path.join(folder, page));
const files = ['desk.html', 'follow/index.html', '404.html', ...read.map((page) => `${page}/index.html`)];
for (const file of files) writeFileSync(path.join(folder, file), file);
mkdirSync(path.join(folder, 'cy', 'about'), { recursive: true });
writeFileSync(path.join(folder, 'cy', 'about', 'index.html'), 'am Heard');
const routes = pageRoutes(folder);
const person = { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

test('a slash too many leads to the page, with what follows the question mark', async () => {
  for (const page of ['/tell', '/follow', '/desk', ...read.map((name) => `/${name}`)]) {
    const response = await routes.request(`${page}/?from=poster`, person);
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(`${page}?from=poster`);
  }
  expect(await (await routes.request('/desk')).text()).toBe('desk.html');
});

test.each(read)('/%s has a page of its own', async (page) => {
  const response = await routes.request(`/${page}`, person);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe(`${page}/index.html`);
});

test('a page in another language stands under its code, and only where it was built', async () => {
  const response = await routes.request('/cy/about', person);
  expect([response.status, await response.text()]).toEqual([200, 'am Heard']);
  const slash = await routes.request('/cy/about/?from=poster', person);
  expect([slash.status, slash.headers.get('location')]).toEqual([301, '/cy/about?from=poster']);
  expect((await routes.request('/ar/about', person)).status).toBe(404);
  expect((await routes.request('/cy', person)).status).toBe(404);
});

test('a mistyped address is answered in words for a person, as a problem for a program', async () => {
  const page = await routes.request('/tel', person);
  expect(page.status).toBe(404);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(await page.text()).toBe('404.html');
  expect((await routes.request('/privacy/more', person)).status).toBe(404);
  const problem = await routes.request('/tel', { headers: { Accept: '*/*' } });
  expect(problem.status).toBe(404);
  expect(problem.headers.get('content-type')).toBe('application/problem+json');
});

test('a page is told that its reader saves data, for not every browser tells it', async () => {
  const spared = await routes.request('/follow', { headers: { 'Save-Data': 'on' } });
  expect(spared.headers.get('server-timing')).toBe('save-data');
  expect(spared.headers.get('vary')).toMatch(/Save-Data/);
  const plain = await routes.request('/follow');
  expect(plain.headers.get('server-timing')).toBeNull();
  expect(plain.headers.get('vary')).toMatch(/Save-Data/);
  expect(plain.headers.get('cache-control')).toBe('no-cache');
});

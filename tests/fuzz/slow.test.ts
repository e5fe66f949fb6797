import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HeardServer, startHeard } from '../heard-server.ts';
import { brokenIn, idle, reconnecting, slowSenders } from './slow.ts';

let heard: HeardServer;
beforeAll(async () => {
  heard = await startHeard();
});
afterAll(() => heard.remove());

test('a thousand connections on which nobody speaks keep nobody from being heard', async () => {
  expect(await idle(heard.url)).toMatchObject({ errors: 0, requests: 20 });
}, 60_000);

test('phones that send a few bytes at a time are heard, and so is everybody beside them', async () => {
  expect(await slowSenders(heard.url, 30, 2)).toMatchObject({ errors: 0, requests: 40 });
}, 60_000);

test('phones that come back in one moment are all heard at their first try', async () => {
  expect(await reconnecting(heard.url, 300)).toMatchObject({ errors: 0, requests: 600, note: 'nobody asked again' });
}, 60_000);

test('phones that must storm to be heard do not hold, though all of them are', async () => {
  const met = new Set<string>();
  const busyOnce = createServer((request, response) => {
    const question = `${request.method} ${request.headers.authorization}`;
    const isFirst = !met.has(question);
    met.add(question);
    response.writeHead(isFirst ? 503 : 200, { 'Retry-After': '0' }).end();
  });
  const url = await new Promise<string>((resolve) => {
    busyOnce.listen(0, '127.0.0.1', () => {
      const address = busyOnce.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    });
  });
  const row = await reconnecting(url, 20);
  busyOnce.close();
  expect(row).toMatchObject({ errors: 0, requests: 80, again: 40, mostAgain: 20 });
  expect(brokenIn([row])).toEqual(['20 phones at once: asked again 40 times, 20 at most']);
  expect(brokenIn([{ ...row, again: 20 }])).toEqual([]);
}, 60_000);

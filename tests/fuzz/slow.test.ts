import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HeardServer, startHeard } from '../heard-server.ts';
import { idle, reconnecting, slowSenders } from './slow.ts';

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

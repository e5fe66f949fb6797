import { createHash, randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Status } from '../../../src/domain/api.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { appendEvents, listEvents } from '../../../src/server/store/events.ts';
import { listSubmissions } from '../../../src/server/store/submissions.ts';
import { testStores } from '../open-test-store.ts';
import { createTestApp, follow, newSent, type Sent, send } from '../test-app.ts';

const helper = 'an-advocates-own-key-22';
const helperKey = createHash('sha256').update(helper).digest('base64url');

describe.each(testStores)('the last word counts, whatever the clocks of two processes say, on $name', ({ open }) => {
  let store: Store;
  let [ahead, behind] = [] as unknown as [Hono, Hono];
  beforeEach(async () => {
    store = await open();
    ahead = createTestApp(store, () => '2026-11-20T10:01:00.000Z');
    behind = createTestApp(store, () => '2026-11-20T10:00:00.000Z');
  });
  afterEach(() => store.close());

  const add = async (app: Hono, to: Sent, said: object) => {
    const body = { version: 1, kind: 'complaint', addition: randomUUID(), ...said };
    expect((await send(app, { ...to, body })).ok).toBe(true);
  };
  const statusFor = async (key: string) => Status.parse(await (await follow(behind, `Bearer ${key}`)).json());

  test('a helper who may see dates only from now on reads no letter any more', async () => {
    const sent = newSent({ body: { version: 1, kind: 'complaint', words: 'She did not ring.', helperKey } });
    await send(behind, sent);
    const at = '2026-11-20T10:00:30.000Z';
    await appendEvents(store.db, [
      { caseId: sent.id, seq: 2, event: { type: 'acknowledged', at, message: 'We have it.' } },
    ]);
    await add(ahead, sent, { helperMaySee: 'everything' });
    expect((await statusFor(helper)).letters).toHaveLength(1);
    await add(behind, sent, { helperMaySee: 'dates' });
    expect((await statusFor(helper)).letters).toEqual([]);
  });

  test('whom the council may tell is what was said last', async () => {
    const sent = newSent();
    await send(ahead, sent);
    await add(ahead, sent, { mayTell: ['parent-or-carer'] });
    await add(behind, sent, { mayTell: [] });
    expect((await statusFor(sent.key)).mayTell).toEqual([]);
  });

  test('what was said later is later, in what is kept and in what is told of it alike', async () => {
    const sent = newSent();
    await send(ahead, sent);
    for (const message of ['When do you come?', 'I am at my nan’s.']) await add(behind, sent, { message });
    const versions = await listSubmissions(store.db, sent.id);
    const instants = ['2026-11-20T10:01:00.000Z', '2026-11-20T10:01:00.001Z', '2026-11-20T10:01:00.002Z'];
    expect(versions.map(({ content }) => JSON.parse(content).message)).toEqual([
      undefined,
      'When do you come?',
      'I am at my nan’s.',
    ]);
    expect(versions.map(({ receivedAt }) => receivedAt)).toEqual(instants);
    expect((await listEvents(store.db, sent.id)).map(({ at }) => at)).toEqual(instants);
    expect((await statusFor(sent.key)).written).toEqual(instants.slice(1));
  });

  test('sent again by way of a clock that is behind, it keeps its receipt and is no later word', async () => {
    const sent = newSent();
    const first = await (await send(ahead, sent)).json();
    await add(ahead, sent, { wanted: 'A call.' });
    const again = await send(behind, sent);
    expect([again.status, await again.json()]).toEqual([200, first]);
    expect(await listSubmissions(store.db, sent.id)).toHaveLength(2);
  });

  test('no two have one instant, though twenty come at once to both', async () => {
    const sent = newSent();
    await send(behind, sent);
    const words = Array.from({ length: 20 }, (_, index) => ({ message: `Number ${index}.` }));
    await Promise.all(words.map((said, index) => add(index % 2 ? ahead : behind, sent, said)));
    const instants = (await listSubmissions(store.db, sent.id)).map(({ receivedAt }) => receivedAt);
    expect(new Set(instants).size).toBe(21);
    // In the order in which they were taken in, which is that of their events.
    expect((await listEvents(store.db, sent.id)).map(({ at }) => at)).toEqual(instants);
  });
});

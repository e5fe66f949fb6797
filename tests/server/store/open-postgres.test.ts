import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { Store } from '../../../src/server/store/database.ts';
import { isUnavailable } from '../../../src/server/store/failures.ts';
import { openPostgres } from '../../../src/server/store/open-postgres.ts';
import { openTestPostgres } from '../open-test-store.ts';
import { createTestApp, newSent, send } from '../test-app.ts';

const patience = 800;

/** A wire to the database that can be made to carry nothing, as a network does that drops packets: no one hangs up. */
async function openWire(to: URL) {
  const pairs: [Socket, Socket][] = [];
  let carries = true;
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    pairs.push([near, far]);
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (chunk) => carries && into.write(chunk));
      from.on('error', () => undefined);
      from.on('close', () => carries && into.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    carry: (whether: boolean) => {
      carries = whether;
    },
    close: () => {
      for (const socket of pairs.flat()) socket.destroy();
      server.close();
    },
  };
}

let direct: Store & { url: URL };
let store: Store;
let wire: Awaited<ReturnType<typeof openWire>>;
let lost: Error[];
beforeEach(async () => {
  direct = await openTestPostgres(inject('postgresUrl'));
  wire = await openWire(direct.url);
  lost = [];
  store = openPostgres(wire.url, (error) => lost.push(error), patience);
});
afterEach(async () => {
  wire.close();
  await store.close();
  await direct.close();
});

test('a connection that has gone silent is given up in time, and never used again', async () => {
  const app = createTestApp(store);
  const before = newSent();
  expect((await send(app, before)).status).toBe(201);

  wire.carry(false);
  const sent = Array.from({ length: 5 }, () => newSent());
  const started = performance.now();
  const refused = await Promise.all(sent.map((each) => send(app, each)));
  expect(refused.map(({ status }) => status)).toEqual(sent.map(() => 503));
  expect(performance.now() - started).toBeLessThan(patience * 2);

  wire.carry(true);
  const taken = await Promise.all(sent.map((each) => send(app, each)));
  expect(taken.map(({ status }) => status)).toEqual(sent.map(() => 201));
  expect((await send(app, before)).status).toBe(200);
});

test('silent in the middle of a transaction: it ends in time, and what it had locked is free again', async () => {
  const row = { id: newSent().id, reference: 'H-0000-00', followKeyHash: 'none', receivedAt: 'now' };
  const started = performance.now();
  const broken = store.db.transaction().execute(async (trx) => {
    await trx.insertInto('cases').values(row).execute();
    wire.carry(false);
    await trx.selectFrom('cases').select('id').execute();
  });
  const error = await broken.catch((caught: unknown) => caught);
  expect(isUnavailable(error)).toBe(true);
  expect(performance.now() - started).toBeLessThan(patience * 2);
  // The database has not heard of it; the row's key is held until it gives the session up by itself.
  await direct.db.insertInto('cases').values(row).execute();
  expect(performance.now() - started).toBeLessThan(patience * 4);
});

test('a connection that is idle for long is closed in order, which is no news', async () => {
  await store.db.selectFrom('cases').select('id').execute();
  await new Promise((resolve) => setTimeout(resolve, patience * 2));
  expect(lost).toEqual([]);
});

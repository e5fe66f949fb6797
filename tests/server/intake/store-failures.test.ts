import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/server/store/database.ts';
import { type Postgres, startPostgres } from '../../../tooling/postgres.mjs';
import { openTestPostgres, openTestSqlite, temporaryFolder } from '../open-test-store.ts';
import { countKept, createTestApp, newSent, type Sent, send } from '../test-app.ts';

const nothing = { cases: 0, versions: 0, events: 0 };

/** What a phone must hear when the store cannot: come again, and by when. */
async function expectBusy(response: Response) {
  expect(response.status).toBe(503);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ code: 'busy' });
}

/** Many at once, so that a group fails and not only a lone request. */
async function expectAllBusy(app: Hono, sent: Sent[]) {
  for (const response of await Promise.all(sent.map((each) => send(app, each)))) await expectBusy(response);
}

async function expectAllTakenIn(app: Hono, sent: Sent[]) {
  const answers = await Promise.all(sent.map((each) => send(app, each)));
  expect(answers.map(({ status }) => status)).toEqual(sent.map(() => 201));
}

const several = () => Array.from({ length: 5 }, () => newSent());

describe('SQLite', () => {
  test('asked by more than can wait: come again for those beyond, everyone else is taken in', async () => {
    const store = await openTestSqlite();
    const app = createTestApp(store);
    const sent = Array.from({ length: 2_300 }, () => newSent());
    const answers = await Promise.all(sent.map((each) => send(app, each)));
    const refused = sent.filter((_, index) => answers[index]?.status !== 201);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of answers) if (answer.status !== 201) await expectBusy(answer);
    expect((await countKept(store)).cases).toBe(sent.length - refused.length);
    await expectAllTakenIn(app, refused);
    await store.close();
  });

  test('locked by someone else: come again, and it works when the lock is gone', async () => {
    const folder = temporaryFolder();
    const store = await openTestSqlite(folder);
    const app = createTestApp(store);
    const other = new DatabaseSync(path.join(folder, 'heard.sqlite'));
    other.exec('begin exclusive');
    const sent = several();
    await expectAllBusy(app, sent);
    other.exec('rollback');
    other.close();
    expect(await countKept(store)).toEqual(nothing);
    await expectAllTakenIn(app, sent);
    await store.close();
  });

  test('full: nothing is half done, and it works when there is room again', async () => {
    const store = await openTestSqlite();
    const app = createTestApp(store);
    const before = newSent();
    await expectAllTakenIn(app, [before]);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
    await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 2}`).execute(store.db);

    const long = several().map((each) => ({
      ...each,
      body: { version: 1, kind: 'comment', words: 'a'.repeat(20_000) },
    }));
    await expectAllBusy(app, long);
    expect(await countKept(store)).toEqual({ cases: 1, versions: 1, events: 1 });
    expect((await send(app, before)).status).toBe(200);

    await sql.raw('pragma max_page_count = 1073741823').execute(store.db);
    await expectAllTakenIn(app, long);
    expect(await countKept(store)).toEqual({ cases: 6, versions: 6, events: 6 });
    await store.close();
  });
});

describe('PostgreSQL', () => {
  let postgres: Postgres;
  let store: Store;
  let app: Hono;
  beforeAll(async () => {
    postgres = await startPostgres();
    store = await openTestPostgres(postgres.url);
    app = createTestApp(store);
  });
  afterAll(async () => {
    await store.close();
    await postgres.remove();
  });

  test('stopped and started again: come again meanwhile, then everything is there', async () => {
    const before = several();
    await expectAllTakenIn(app, before);
    await postgres.stop();
    const sent = several();
    await expectAllBusy(app, sent);
    await expectBusy(await app.request('/api/health'));
    await postgres.start();
    await expectAllTakenIn(app, sent);
    expect((await app.request('/api/health')).status).toBe(200);
    expect(await countKept(store)).toEqual({ cases: 10, versions: 10, events: 10 });
  });

  test('taken away under requests that are on their way: whoever was told yes is there', async () => {
    const sent = Array.from({ length: 200 }, () => newSent());
    const answering = sent.map((each) => send(app, each));
    await Promise.race(answering);
    await postgres.stop();
    const answers = await Promise.all(answering);
    await postgres.start();
    expect(answers.every(({ status }) => status === 201 || status === 503)).toBe(true);
    const accepted = sent.filter((_, index) => answers[index]?.status === 201);
    const again = await Promise.all(accepted.map((each) => send(app, each)));
    expect(again.map(({ status }) => status)).toEqual(accepted.map(() => 200));
  });

  test('a connection that breaks between two statements breaks its transaction alone', async () => {
    const interrupted = store.db.transaction().execute(async (trx) => {
      await trx.selectFrom('cases').select('id').execute();
      await postgres.stop();
      await postgres.start();
      await trx.selectFrom('cases').select('id').execute();
    });
    await expect(interrupted).rejects.toThrow();
    expect((await app.request('/api/health')).status).toBe(200);
  });
});

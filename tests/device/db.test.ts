import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { listCarried } from '../../src/device/carried.ts';
import { closeDb, withDb } from '../../src/device/db.ts';
import { findDraft, listDrafts, saveDraft } from '../../src/device/drafts.ts';
import { listOutbox } from '../../src/device/outbox.ts';
import { listSent } from '../../src/device/sent.ts';
import { aDraft, forgetEverything, queued, receiptFor, refuseStorage, revealed, statusOf } from './this-device.ts';

beforeEach(forgetEverything);

const stores = ['carried', 'drafts', 'helper', 'lock', 'outbox', 'sent', 'told'];

test('the first use makes the stores', async () => {
  expect(await withDb(async (db) => [...db.objectStoreNames])).toEqual(stores);
});

test('a phone that comes back with the first version keeps everything it had', async () => {
  const [draft, item] = [
    { ...aDraft(), revision: 1 },
    { id: 'waiting', digest: 'as it lay there' },
  ];
  const first = await openDB('heard', 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'id' }).put(draft);
      db.createObjectStore('outbox', { keyPath: ['id', 'digest'] }).put(item);
      db.createObjectStore('sent', { keyPath: 'id' });
    },
  });
  first.close();
  expect(await listDrafts()).toEqual([draft]);
  expect(await withDb((db) => db.getAll('outbox'))).toEqual([item]);
  expect(await withDb(async (db) => [...db.objectStoreNames])).toEqual(stores);
});

test('a phone that comes back with the version before locks keeps its open draft, and its helper', async () => {
  const draft = { ...aDraft(), revision: 7 };
  const second = await openDB('heard', 2, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'id' }).put(draft);
      db.createObjectStore('outbox', { keyPath: ['id', 'digest'] });
      db.createObjectStore('sent', { keyPath: 'id' });
      db.createObjectStore('helper').put({ helperName: 'Jo' }, 'me');
    },
  });
  second.close();
  expect(await saveDraft(draft)).toEqual({ ...draft, revision: 8 });
  expect(await listDrafts()).toEqual([{ ...draft, revision: 8 }]);
  expect(await withDb(async (db) => [...db.objectStoreNames])).toEqual(stores);
});

test('a phone that comes back with the version before carrying goes on with what waits, and can carry', async () => {
  const item = { ...(await queued()) };
  await forgetEverything();
  const third = await openDB('heard', 3, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'id' });
      db.createObjectStore('outbox', { keyPath: ['id', 'digest'] }).put(item);
      db.createObjectStore('sent', { keyPath: 'id' });
      db.createObjectStore('helper');
      db.createObjectStore('lock');
    },
  });
  third.close();
  expect(await listOutbox()).toEqual([item]);
  expect(await listCarried(await listOutbox())).toEqual([]);
});

test('a phone that comes back with the version before hiding what the council told reads it on', async () => {
  const item = await queued();
  const status = statusOf(item.id);
  await forgetEverything();
  const fourth = await openDB('heard', 4, {
    upgrade(db) {
      for (const store of ['drafts', 'carried']) db.createObjectStore(store, { keyPath: 'id' });
      for (const store of ['helper', 'lock']) db.createObjectStore(store);
      db.createObjectStore('outbox', { keyPath: ['id', 'digest'] });
      const { id, followKey, queuedAt } = item;
      const row = { id, followKey, queuedAt, kind: 'complaint', receipt: receiptFor(item), status };
      db.createObjectStore('sent', { keyPath: 'id' }).put(row);
    },
  });
  fourth.close();
  expect(await listSent()).toMatchObject([{ id: item.id, status, receipt: receiptFor(item) }]);
});

test('the connection is opened once, however many ask at a time', async () => {
  const connections = await Promise.all([1, 2, 3].map(() => withDb(async (db) => db)));
  expect(new Set(connections).size).toBe(1);
});

describe('a connection that is lost', () => {
  // What Safari does to a page that slept: the connection is closed, and nobody says so.
  const loseIt = () => withDb(async (db) => db.close());

  test('is replaced at the next use, and what was kept is there', async () => {
    const draft = await saveDraft(aDraft());
    await loseIt();
    expect(await findDraft(draft.id)).toEqual(draft);
  });

  test('does not lose what is being written', async () => {
    await loseIt();
    const draft = await saveDraft(aDraft());
    expect(await listDrafts()).toEqual([draft]);
  });

  test('again and again is replaced again and again', async () => {
    const draft = await saveDraft(aDraft());
    for (let times = 0; times < 3; times += 1) {
      await loseIt();
      expect(await listDrafts()).toEqual([draft]);
    }
  });

  test('a second time while the work is repeated is told to the caller, not tried for ever', async () => {
    let times = 0;
    const work = withDb(async (db) => {
      times += 1;
      db.close();
      return db.getAll('drafts');
    });
    await expect(work).rejects.toThrow();
    expect(times).toBe(2);
  });
});

test('another failure is told at once, and nothing is repeated', async () => {
  let times = 0;
  const work = withDb(async () => {
    times += 1;
    throw new Error('Something else.');
  });
  await expect(work).rejects.toThrow('Something else.');
  expect(times).toBe(1);
});

test('closing on purpose is no end: the next use opens it again', async () => {
  const draft = await saveDraft(aDraft());
  await closeDb();
  await closeDb();
  expect(await findDraft(draft.id)).toEqual(draft);
});

// A tab that stood in the way would hold these up until the test's time is over.
describe('makes way', () => {
  test('for another tab that deletes everything, and begins anew', async () => {
    await saveDraft(aDraft());
    await deleteDB('heard');
    expect(await listDrafts()).toEqual([]);
    const draft = await saveDraft(aDraft());
    expect(await listDrafts()).toEqual([draft]);
  });

  test('for a newer version in another tab, with everything kept', async () => {
    const draft = await saveDraft(aDraft());
    const newer = await openDB('heard', 6);
    expect(await Promise.all((await newer.getAll('drafts')).map((each) => revealed(each)))).toEqual([draft]);
    newer.close();
  });
});

test('storage that was refused is asked again at the next use', async () => {
  const allowAgain = await refuseStorage();
  await expect(listDrafts()).rejects.toThrow();
  await expect(saveDraft(aDraft())).rejects.toThrow();
  await allowAgain();
  expect(await listDrafts()).toEqual([]);
});

import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { closeDb, withDb } from '../../src/device/db.ts';
import { findDraft, listDrafts, saveDraft } from '../../src/device/drafts.ts';
import { aDraft, forgetEverything, refuseStorage } from './this-device.ts';

beforeEach(forgetEverything);

const stores = ['drafts', 'helper', 'outbox', 'sent'];

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
    const newer = await openDB('heard', 2);
    expect(await newer.getAll('drafts')).toEqual([draft]);
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

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deleteDraft, saveDraft } from '../../src/device/drafts.ts';
import { listOutbox, markRefused, postpone, settle } from '../../src/device/outbox.ts';
import { keepStatus, listSent } from '../../src/device/sent.ts';
import type { Status } from '../../src/domain/api.ts';
import { aDraft, forgetEverything, later, layInto, lyingIn, now, queued, receiptFor } from './this-device.ts';

beforeEach(forgetEverything);

async function forgetSent(): Promise<void> {
  const { openDB } = await import('idb');
  const db = await openDB('heard');
  await db.clear('sent');
  db.close();
}

const status: Status = {
  id: '00000000-0000-4000-8000-000000000000',
  reference: 'H-1234-AB',
  kind: 'complaint',
  receivedAt: later,
  asOf: '2026-11-21',
  route: null,
  timeline: [],
  letters: [],
};

describe('settling', () => {
  test('keeps the receipt and takes the item away', async () => {
    const item = await queued();
    await settle(item, receiptFor(item));
    expect(await listOutbox()).toEqual([]);
    expect(await listSent()).toEqual([
      { id: item.id, followKey: item.followKey, kind: 'complaint', queuedAt: now, receipt: receiptFor(item) },
    ]);
  });

  test('takes away that content only: another version of it is still on its way', async () => {
    const draft = aDraft();
    const first = await queued('First.', now, draft);
    const second = await queued('Second.', later, draft);
    await settle(first, receiptFor(first));
    expect(await listOutbox()).toEqual([second]);
  });

  test('something the person made this phone forget stays forgotten', async () => {
    const item = await queued();
    await forgetSent();
    await settle(item, receiptFor(item));
    expect(await lyingIn('outbox')).toEqual([]);
    expect(await lyingIn('sent')).toEqual([]);
  });

  test('keeps the last answer that was there already', async () => {
    const item = await queued();
    await keepStatus(item.id, status);
    await settle(item, receiptFor(item));
    expect(await listSent()).toMatchObject([{ receipt: receiptFor(item), status }]);
  });
});

describe('an item that could not go', () => {
  test('is postponed, and its tries are counted', async () => {
    const item = await queued();
    await postpone(item, 5000, false);
    await postpone(item, 9000, false);
    expect(await listOutbox()).toEqual([{ ...item, attempts: 2, notBefore: 9000, isAskedToWait: false }]);
  });

  test('is kept when it is refused, with the code', async () => {
    const item = await queued();
    await markRefused(item, 'wrong-key');
    expect(await listOutbox()).toEqual([{ ...item, attempts: 1, refused: 'wrong-key' }]);
  });

  test('and was settled meanwhile stays settled', async () => {
    const item = await queued();
    await settle(item, receiptFor(item));
    await postpone(item, 5000, false);
    await markRefused(item, 'wrong-key');
    expect(await lyingIn('outbox')).toEqual([]);
  });
});

describe('the last answer', () => {
  test('is kept beside what was sent', async () => {
    const item = await queued();
    await keepStatus(item.id, status);
    expect(await listSent()).toMatchObject([{ id: item.id, status }]);
  });

  test('to something this phone has forgotten is not kept', async () => {
    await keepStatus(crypto.randomUUID(), status);
    expect(await lyingIn('sent')).toEqual([]);
  });
});

test('the outbox is listed with the oldest first, what was sent with the newest first', async () => {
  const times = [later, now, '2026-11-20T10:30:00.000Z'];
  for (const time of times) await queued('Some words.', time);
  const hours = (entries: { queuedAt: string }[]) => entries.map(({ queuedAt }) => queuedAt.slice(11, 16));
  expect(hours(await listOutbox())).toEqual(['10:00', '10:30', '11:00']);
  expect(hours(await listSent())).toEqual(['11:00', '10:30', '10:00']);
});

test('a stored thing that is no item is not given out, and is not thrown away', async () => {
  const item = await queued();
  await layInto('outbox', { ...item, id: crypto.randomUUID(), form: 'from-a-newer-version' });
  await layInto('sent', { id: crypto.randomUUID() });
  expect(await listOutbox()).toEqual([item]);
  expect(await listSent()).toHaveLength(1);
  expect(await lyingIn('outbox')).toHaveLength(2);
});

test('everything this device changes is on the disk before it is called done, but for the letters of a draft', async () => {
  const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const item = await queued();
  await postpone(item, 5000, false);
  await markRefused(item, 'wrong-key');
  await keepStatus(item.id, status);
  await settle(item, receiptFor(item));
  const draft = await saveDraft(aDraft());
  await deleteDraft(draft.id);
  const writing = opened.mock.results.map(({ value }) => value).filter(({ mode }) => mode === 'readwrite');
  opened.mockRestore();
  expect(writing).toHaveLength(9);
  const isDraftSaved = 7;
  expect(writing.map(({ durability }) => durability)).toEqual(
    writing.map((_, index) => (index === isDraftSaved ? 'relaxed' : 'strict')),
  );
});

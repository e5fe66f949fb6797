import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetSent } from '../../src/device/forget.ts';
import { closeLock } from '../../src/device/lock.ts';
import { forgetLocked } from '../../src/device/lock-forget.ts';
import { openLock } from '../../src/device/lock-open.ts';
import { setLock } from '../../src/device/lock-set.ts';
import { enqueue, listOutbox, settle } from '../../src/device/outbox.ts';
import { hideLabelsOfBefore, keepPicturesKnown, keepStatus, listSent } from '../../src/device/sent.ts';
import { toldShelf } from '../../src/device/shelf.ts';
import { keepLabel } from '../../src/device/told.ts';
import { handOverPictures } from '../../src/sync/pictures.ts';
import {
  aDraft,
  aParcel,
  forgetEverything,
  layInto,
  lyingAsIs,
  lyingIn,
  now,
  receiptFor,
  statusOf,
} from './this-device.ts';

const mine = [3, 200, 3, 41];
const label = 'Samira of the blue door';

beforeEach(forgetEverything);
afterEach(() => {
  closeLock();
  vi.restoreAllMocks();
});

const helper = { followKey: 'H'.repeat(22), deposit: 'D'.repeat(43), label };

/** Told by a helper for a child, and waiting to go. */
async function toldFor() {
  const draft = aDraft();
  await enqueue(draft, { ...(await aParcel()), voice: 'advocate', helper }, now);
  const [item] = await listOutbox();
  if (!item) throw new Error('It is not in the outbox.');
  return item;
}

/** All that stands in the database, as anybody could read it. */
async function lying(): Promise<string> {
  const all = await Promise.all((['sent', 'told', 'outbox'] as const).map(lyingAsIs));
  const asText = (_: string, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value;
  return JSON.stringify(all, asText);
}

async function keysHere(): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  return Array.fromAsync((await root.getDirectoryHandle('told-keys', { create: true })).keys());
}

test('a child’s name stands nowhere in the open once it is sent, and is read from what lies hidden', async () => {
  const { id } = await toldFor();
  expect(await lying()).not.toContain('Samira');
  expect(await listSent()).toMatchObject([{ id, label }]);
});

test('it stays beside what the council answers', async () => {
  const item = await toldFor();
  await settle(item, receiptFor(item));
  await keepStatus(item.id, statusOf(item.id, { holder: 'helper' }));
  expect(await listSent()).toMatchObject([{ label, holder: 'helper', receipt: receiptFor(item) }]);
  expect(await lying()).not.toContain('Samira');
});

test('what is sent is sent, though the name cannot be kept', async () => {
  vi.spyOn(toldShelf, 'save').mockRejectedValue(new DOMException('No room.', 'QuotaExceededError'));
  await toldFor();
  expect(await listOutbox()).toHaveLength(1);
  expect(await listSent()).toMatchObject([{ followKey: helper.followKey }]);
});

test('it goes with its key when it is taken off this phone, and does not come back', async () => {
  const item = await toldFor();
  await settle(item, receiptFor(item));
  await forgetSent(item.id);
  expect(await lyingAsIs('told')).toEqual([]);
  expect(await keysHere()).toEqual([]);
  await keepLabel(item.id, label);
  expect(await lyingAsIs('told')).toEqual([]);
});

describe('behind a lock', () => {
  test('it is read with the pictures alone, and an answer that comes while they are closed does not take it away', async () => {
    const item = await toldFor();
    await settle(item, receiptFor(item));
    await setLock(mine);
    closeLock();
    await keepStatus(item.id, statusOf(item.id, { holder: 'helper' }));
    closeLock();
    expect(JSON.stringify([await lyingIn('told'), await listSent()])).not.toContain('Samira');
    expect(await openLock(mine)).toEqual({ outcome: 'opened' });
    expect(await listSent()).toMatchObject([{ label, status: { holder: 'helper' } }]);
  });

  test('it goes when the pictures are forgotten; and the steps of what went since, when it is known whole', async () => {
    const item = await toldFor();
    await layInto('sent', { ...((await lyingAsIs('sent'))[0] as object), label });
    await setLock(mine);
    await forgetLocked();
    expect(await lying()).not.toContain('Samira');
    expect(await lyingAsIs('told')).toEqual([]);
    await settle(item, receiptFor(item));
    await keepPicturesKnown(item.id);
    await handOverPictures();
    expect([await lyingAsIs('sent'), await lyingAsIs('told'), await keysHere()]).toEqual([[], [], []]);
  });
});

describe('a name that an app of before left in the open', () => {
  const asBefore = async () => {
    const { id } = await toldFor();
    const [row] = await lyingAsIs('sent');
    await forgetSent(id);
    await layInto('sent', { ...(row as object), label });
    return id;
  };

  test('is read as it was, and hidden once it is looked for', async () => {
    const id = await asBefore();
    expect(await listSent()).toMatchObject([{ id, label }]);
    await hideLabelsOfBefore();
    expect(await lying()).not.toContain('Samira');
    expect(await listSent()).toMatchObject([{ id, label }]);
  });

  test('stays where it is when it cannot be hidden', async () => {
    await asBefore();
    vi.spyOn(toldShelf, 'save').mockRejectedValue(new DOMException('No room.', 'QuotaExceededError'));
    await expect(hideLabelsOfBefore()).rejects.toThrow();
    expect(await listSent()).toMatchObject([{ label }]);
  });

  test('is sealed when a lock is set', async () => {
    await asBefore();
    await setLock(mine);
    expect(JSON.stringify([await lying(), await lyingIn('told')])).not.toContain('Samira');
    expect(await listSent()).toMatchObject([{ label }]);
  });
});

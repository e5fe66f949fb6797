import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetSent } from '../../src/device/forget.ts';
import { closeLock } from '../../src/device/lock.ts';
import { openLock } from '../../src/device/lock-open.ts';
import { removeLock, setLock } from '../../src/device/lock-set.ts';
import { listOutbox, settle } from '../../src/device/outbox.ts';
import { adopt, isWithCouncil, keepStatus, listSent } from '../../src/device/sent.ts';
import { toldShelf } from '../../src/device/shelf.ts';
import { keepTold } from '../../src/device/told.ts';
import { forgetEverything, later, layInto, lyingAsIs, lyingIn, queued, receiptFor, statusOf } from './this-device.ts';

const mine = [3, 200, 3, 41];
const letter = 'We are sorry. Jo Bell looks into it.';

beforeEach(forgetEverything);
afterEach(() => {
  closeLock();
  vi.restoreAllMocks();
});

/** Something that the council has, and has written about. */
async function answered() {
  const item = await queued();
  await settle(item, receiptFor(item));
  const status = statusOf(item.id, { letters: [{ about: 'acknowledged', at: later, words: letter }] });
  await keepStatus(item.id, status);
  return { item, status };
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

test('steps, dates and letters stand nowhere in the open, and are read from what lies hidden', async () => {
  const { item, status } = await answered();
  for (const told of [letter, 'pass-on', 'acknowledge', '2026-11-25']) expect(await lying()).not.toContain(told);
  const [sent] = await listSent();
  expect(sent).toMatchObject({ id: item.id, status, receipt: receiptFor(item) });
  expect(await lyingIn('told')).toMatchObject([{ id: item.id, status, timeline: receiptFor(item).timeline }]);
});

test('its key goes when it is taken off this phone, and whatever the browser still holds of it', async () => {
  const { item } = await answered();
  const [{ key } = { key: '' }] = (await lyingAsIs('told')) as { key: string }[];
  expect(await keysHere()).toContain(key);
  await forgetSent(item.id);
  expect(await lyingAsIs('told')).toEqual([]);
  expect(await keysHere()).not.toContain(key);
});

test('an answer to what was taken off this phone in between is not kept', async () => {
  const { item, status } = await answered();
  await forgetSent(item.id);
  await keepTold(item.id, { status });
  expect(await lyingAsIs('told')).toEqual([]);
});

test('what is handed over is settled, though its steps cannot be kept', async () => {
  const item = await queued();
  vi.spyOn(toldShelf, 'save').mockRejectedValue(new DOMException('No room.', 'QuotaExceededError'));
  await settle(item, receiptFor(item));
  expect(await listOutbox()).toEqual([]);
  const [sent] = await listSent();
  expect(sent).toMatchObject({ receipt: { reference: 'H-1234-AB', timeline: [] } });
  expect(sent && isWithCouncil(sent)).toBe(true);
});

test('two tabs that hear at once both keep what they heard', async () => {
  const { item, status } = await answered();
  const steps = [{ step: 'stage1-answer', state: 'next', certain: true, due: '2026-12-09' }] as const;
  await Promise.all([
    keepTold(item.id, { timeline: [...steps] }),
    keepTold(item.id, { status: { ...status, asOf: '2026-11-30' } }),
  ]);
  expect(await lyingIn('told')).toMatchObject([{ timeline: steps, status: { asOf: '2026-11-30' } }]);
});

describe('behind a lock', () => {
  test('what was told before it was set is read only with the pictures, and lies under no key of before', async () => {
    const { item, status } = await answered();
    const before = await keysHere();
    await setLock(mine);
    expect(JSON.stringify(await lyingIn('told'))).not.toContain(letter);
    for (const key of await keysHere()) expect(before).not.toContain(key);
    closeLock();
    const [closed] = await listSent();
    expect(closed).toMatchObject({ id: item.id, holder: 'person' });
    expect(JSON.stringify(closed)).not.toContain(letter);
    expect(await openLock(mine)).toEqual({ outcome: 'opened' });
    expect(await listSent()).toMatchObject([{ status }]);
  });

  test('what is told while it is closed is sealed, and read with the pictures', async () => {
    const { item, status } = await answered();
    await setLock(mine);
    closeLock();
    await keepStatus(item.id, { ...status, asOf: '2026-12-01' });
    // The page that was told it knows it, until it asks for the pictures again.
    expect(await listSent()).toMatchObject([{ status: { asOf: '2026-12-01' } }]);
    closeLock();
    expect(JSON.stringify([await lyingIn('told'), await listSent()])).not.toContain(letter);
    expect(await openLock(mine)).toEqual({ outcome: 'opened' });
    expect(await listSent()).toMatchObject([{ status: { asOf: '2026-12-01' } }]);
  });

  test('first steps, which say less, do not take the place of letters that cannot be read now', async () => {
    const { item, status } = await answered();
    await setLock(mine);
    closeLock();
    await keepTold(item.id, { timeline: [] });
    expect(await openLock(mine)).toEqual({ outcome: 'opened' });
    expect(await listSent()).toMatchObject([{ status }]);
  });

  test('taken off, everything is read as before', async () => {
    const { status } = await answered();
    await setLock(mine);
    expect(await removeLock(mine)).toEqual({ outcome: 'opened' });
    expect(await listSent()).toMatchObject([{ status }]);
    expect(await lying()).not.toContain(letter);
  });
});

describe('what an app of before left in the open', () => {
  const asBefore = async () => {
    const item = await queued();
    const status = statusOf(item.id, { letters: [{ about: 'acknowledged', at: later, words: letter }] });
    const [row] = await lyingAsIs('sent');
    await layInto('sent', { ...(row as object), receipt: receiptFor(item), status, askedOn: '2026-11-24' });
    return { item, status };
  };

  test('is read as it was', async () => {
    const { item, status } = await asBefore();
    expect(await listSent()).toMatchObject([
      { status, askedOn: '2026-11-24', receipt: receiptFor(item), holder: 'person' },
    ]);
  });

  test('is hidden with the council’s next answer', async () => {
    const { item, status } = await asBefore();
    await keepStatus(item.id, status);
    expect(await lying()).not.toContain(letter);
    expect(await listSent()).toMatchObject([{ status }]);
  });

  test('is hidden when the same is followed with its key', async () => {
    const { item, status } = await asBefore();
    await adopt(item.followKey, status);
    expect(await lying()).not.toContain(letter);
    expect(await listSent()).toMatchObject([{ status, holder: 'person' }]);
  });

  test('is sealed when a lock is set', async () => {
    const { item, status } = await asBefore();
    await setLock(mine);
    expect(await lying()).not.toContain(letter);
    expect(JSON.stringify(await lyingIn('told'))).not.toContain(letter);
    expect(await listSent()).toMatchObject([{ status, askedOn: '2026-11-24', receipt: receiptFor(item) }]);
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Kept, onChange } from '../../src/device/changes.ts';
import { deleteDraft, saveDraft } from '../../src/device/drafts.ts';
import { enqueue, listOutbox } from '../../src/device/outbox.ts';
import { letGoOfChildKey, listSent } from '../../src/device/sent.ts';
import { aDraft, aParcel, forgetEverything, later, layInto, lyingIn, now } from './this-device.ts';

beforeEach(forgetEverything);
afterEach(() => vi.restoreAllMocks());

async function everything() {
  return { drafts: await lyingIn('drafts'), outbox: await lyingIn('outbox'), sent: await lyingIn('sent') };
}

test('sending puts the item and its entry in and takes the draft out', async () => {
  const [draft, parcel] = [await saveDraft(aDraft()), await aParcel()];
  expect(await enqueue(draft, parcel, now)).toBe('queued');
  const { id, followKey } = draft;
  expect(await everything()).toEqual({
    drafts: [],
    outbox: [
      {
        id,
        digest: parcel.digest,
        form: 'plain',
        body: parcel.body,
        followKey,
        queuedAt: now,
        attempts: 0,
        notBefore: 0,
      },
    ],
    sent: [{ id, followKey, kind: 'complaint', queuedAt: now }],
  });
});

test('a helper keeps a key of their own, and the child’s only until the child has it', async () => {
  const draft = await saveDraft(aDraft());
  const keys = { followKey: 'H'.repeat(22), deposit: 'D'.repeat(43) };
  await enqueue(draft, { ...(await aParcel()), voice: 'advocate', helper: { ...keys, label: 'Sam' } }, now);
  const { id, followKey: childKey } = draft;
  const kept = { id, kind: 'complaint', voice: 'advocate', queuedAt: now, ...keys };
  expect(await lyingIn('sent')).toEqual([{ ...kept, childKey }]);
  expect(await listOutbox()).toMatchObject([{ id, followKey: childKey }]);
  await letGoOfChildKey(id);
  expect(await lyingIn('sent')).toEqual([kept]);
  // What still waits goes with the hash of the child's key, and the key is nowhere on this phone.
  expect(await listOutbox()).toMatchObject([{ id, followKey: keys.followKey, deposit: keys.deposit }]);
  expect(JSON.stringify(await everything())).not.toContain(childKey);
});

test('a child’s key that was let go of does not come back when another tab sends the same', async () => {
  const draft = await saveDraft(aDraft());
  const helper = { followKey: 'H'.repeat(22), deposit: 'D'.repeat(43), label: 'Sam' };
  await enqueue(draft, { ...(await aParcel()), helper }, now);
  await letGoOfChildKey(draft.id);
  await enqueue(draft, { ...(await aParcel('From the other tab.')), helper }, later);
  expect(JSON.stringify(await lyingIn('sent'))).not.toContain(draft.followKey);
});

test('an addition changes nothing of what is known of what it adds to', async () => {
  const draft = await saveDraft(aDraft());
  await enqueue(draft, await aParcel(), now);
  const [before] = await lyingIn('sent');
  const addition = { ...draft, revision: 0, isAddition: true, deposit: 'D'.repeat(43) };
  await enqueue(addition, await aParcel('More.'), later);
  expect(await lyingIn('sent')).toEqual([before]);
  expect((await listOutbox()).map(({ deposit, queuedAt }) => [deposit, queuedAt])).toEqual([
    [undefined, now],
    ['D'.repeat(43), later],
  ]);
});

test('what is kept for later stays with what was sent until it is said, and is never in what goes', async () => {
  const draft = await saveDraft(aDraft());
  await enqueue(draft, { ...(await aParcel()), later: { kept: ['words', 'name'], said: [] } }, now);
  expect(await listSent()).toMatchObject([{ later: ['words', 'name'] }]);
  const addition = aDraft({ id: draft.id, isAddition: true });
  await enqueue(addition, { ...(await aParcel('More.')), later: { kept: ['person'], said: ['words'] } }, later);
  expect(await listSent()).toMatchObject([{ queuedAt: now, later: ['name', 'person'] }]);
  expect((await listOutbox()).map(({ body }) => body).join()).not.toContain('later');
});

test('the words are in the outbox alone, and not in what is kept afterwards', async () => {
  await enqueue(await saveDraft(aDraft()), await aParcel('a secret'), now);
  expect(JSON.stringify(await lyingIn('sent'))).not.toContain('a secret');
});

describe('what was sent is said to be unreadable here', () => {
  const isSealed = async () => (await listSent()).map((each) => each.isSealed ?? false);
  const sealedParcel = async () => ({ ...(await aParcel()), form: 'sealed' as const });

  test('when it is sealed, and its draft lay hidden from its first word on or was never kept', async () => {
    await enqueue(await saveDraft(aDraft()), await sealedParcel(), now);
    await enqueue(aDraft(), await sealedParcel(), now);
    expect(await isSealed()).toEqual([true, true]);
  });

  test('not when it waits as it is', async () => {
    await enqueue(await saveDraft(aDraft()), await aParcel(), now);
    expect(await isSealed()).toEqual([false]);
  });

  test('not when its draft lay open, now or before', async () => {
    const [open, before] = [aDraft({ revision: 1 }), aDraft({ revision: 1 })];
    await layInto('drafts', open);
    await layInto('drafts', before);
    await enqueue(open, await sealedParcel(), now);
    await enqueue(await saveDraft(before), await sealedParcel(), now);
    await enqueue(await saveDraft(aDraft(), true), await sealedParcel(), now);
    expect(await isSealed()).toEqual([false, false, false]);
  });

  test('not when anything of it went open, before or since', async () => {
    const [first, other] = [aDraft(), aDraft()];
    await enqueue(first, await aParcel(), now);
    await enqueue(first, await sealedParcel(), later);
    await enqueue(other, await sealedParcel(), now);
    await enqueue(other, await aParcel('More.'), later);
    expect(await isSealed()).toEqual([false, false]);
  });
});

test('it is one transaction over the three stores, and strict', async () => {
  const draft = await saveDraft(aDraft());
  const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await enqueue(draft, await aParcel(), now);
  const writing = opened.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writing).toEqual([[['drafts', 'outbox', 'sent'], 'readwrite', { durability: 'strict' }]]);
  expect(opened.mock.results[0]?.value.durability).toBe('strict');
});

test('it is done on the disk when it says so', async () => {
  const draft = await saveDraft(aDraft());
  const { transaction } = IDBDatabase.prototype;
  let isComplete = false;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...how) {
    const made = transaction.apply(this, how);
    made.addEventListener('complete', () => {
      isComplete = true;
    });
    return made;
  });
  await enqueue(draft, await aParcel(), now);
  expect(isComplete).toBe(true);
});

describe('a draft that was saved since', () => {
  test('is not sent, and everything stays as it was', async () => {
    const read = await saveDraft(aDraft());
    await saveDraft({ ...read, answers: { ...read.answers, words: 'Newer.' } });
    const before = await everything();
    expect(await enqueue(read, await aParcel(), later)).toBe('draft-changed');
    expect(await everything()).toEqual(before);
  });

  test('announces nothing', async () => {
    const read = await saveDraft(aDraft());
    await saveDraft(read);
    const heard: Kept[] = [];
    const stop = onChange((kept) => heard.push(kept));
    await enqueue(read, await aParcel(), later);
    stop();
    expect(heard).toEqual([]);
  });
});

test('a draft that another tab has sent goes as well, under the first one’s entry', async () => {
  const draft = await saveDraft(aDraft());
  await enqueue(draft, await aParcel('From one tab.'), now);
  expect(await enqueue(draft, await aParcel('From the other.'), later)).toBe('queued');
  expect((await listOutbox()).map(({ body }) => JSON.parse(body).words)).toEqual(['From one tab.', 'From the other.']);
  expect(new Set((await listOutbox()).map(({ id }) => id))).toEqual(new Set([draft.id]));
  expect(await listSent()).toMatchObject([{ id: draft.id, queuedAt: now }]);
});

test('a draft that was deleted elsewhere, or never kept, is sent all the same', async () => {
  const deleted = await saveDraft(aDraft());
  await deleteDraft(deleted.id);
  expect(await enqueue(deleted, await aParcel(), now)).toBe('queued');
  expect(await enqueue(aDraft(), await aParcel(), now)).toBe('queued');
  expect(await listOutbox()).toHaveLength(2);
});

test('the same content twice is one item', async () => {
  const [draft, parcel] = [await saveDraft(aDraft()), await aParcel()];
  await Promise.all([enqueue(draft, parcel, now), enqueue(draft, parcel, now)]);
  expect(await listOutbox()).toHaveLength(1);
  expect(await listSent()).toHaveLength(1);
});

test('what breaks in the middle leaves all as it was', async () => {
  const draft = await saveDraft(aDraft());
  const before = await everything();
  // The last request of the transaction is made, then the browser gives the whole of it up.
  const remove = IDBObjectStore.prototype.delete;
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
    const request = remove.call(this, key);
    this.transaction.abort();
    return request;
  });
  await expect(enqueue(draft, await aParcel(), now)).rejects.toThrow();
  vi.restoreAllMocks();
  expect(await everything()).toEqual(before);
  expect(await enqueue(draft, await aParcel(), now)).toBe('queued');
});

test('every change is announced, after it was made', async () => {
  const [draft, parcel] = [await saveDraft(aDraft()), await aParcel()];
  const heard: Kept[] = [];
  const stop = onChange((kept) => heard.push(kept));
  await enqueue(draft, parcel, now);
  stop();
  expect(heard).toEqual(['drafts', 'outbox', 'sent']);
});

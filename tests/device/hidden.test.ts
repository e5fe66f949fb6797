import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deleteDraft, findDraft, forgetOldDrafts, listDrafts, saveDraft } from '../../src/device/drafts.ts';
import { forgetEverything as forgetAll, forgetSent } from '../../src/device/forget.ts';
import type { Hidden } from '../../src/device/hidden.ts';
import { enqueue } from '../../src/device/outbox.ts';
import { aDraft, aParcel, forgetEverything, layInto, lyingAsIs, now, revealed } from './this-device.ts';

const secret = 'She never rang me.';
const answers = { kind: 'complaint', words: secret } as const;

beforeEach(forgetEverything);
afterEach(() => vi.restoreAllMocks());

const lying = async () => (await lyingAsIs('drafts')) as Hidden[];

/** The names of the keys that are kept. */
async function keysHere(): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('draft-keys', { create: true });
  return Array.fromAsync(folder.keys());
}

/** As bytes, in whatever way the browser may have written text. */
function isReadable(stored: Hidden[]): boolean {
  return stored.some(({ hidden }) => new TextDecoder('latin1').decode(hidden).includes('never rang'));
}

test('a draft lies in the database as bytes, beside its id and how often it was saved', async () => {
  const draft = await saveDraft(aDraft({ answers }));
  const [stored] = await lying();
  expect(stored).toEqual({ id: draft.id, revision: 1, key: expect.any(String), hidden: expect.any(Uint8Array) });
  expect(isReadable(await lying())).toBe(false);
  expect(await listDrafts()).toEqual([draft]);
});

test('saved again it keeps its key, and no two savings look alike', async () => {
  const first = await saveDraft(aDraft({ answers }));
  const [before] = await lying();
  await saveDraft(first);
  const [after] = await lying();
  expect(after?.key).toBe(before?.key);
  expect(after?.hidden.slice(0, 40)).not.toEqual(before?.hidden.slice(0, 40));
});

describe('the key goes, and with it whatever the browser’s files still hold, when the draft is', () => {
  test.each<[string, (draft: ReturnType<typeof aDraft>) => Promise<unknown>]>([
    ['sent', async (draft) => enqueue(draft, await aParcel(), now)],
    ['deleted', ({ id }) => deleteDraft(id)],
    ['forgotten with what it adds to', ({ id }) => forgetSent(id)],
    ['forgotten with everything', () => forgetAll()],
  ])('%s', async (_, end) => {
    const draft = await saveDraft(aDraft({ answers }));
    const [stored] = await lying();
    if (!stored) throw new Error('It is not kept.');
    expect(await revealed(stored)).toEqual(draft);
    expect(await keysHere()).toContain(stored.key);
    await end(draft);
    expect(await keysHere()).not.toContain(stored.key);
    expect(await revealed(stored)).toBeUndefined();
  });
});

test('the keys of other drafts stay, and what nothing uses any more goes', async () => {
  const [sent, other] = [await saveDraft(aDraft()), await saveDraft(aDraft({ answers }))];
  await enqueue(sent, await aParcel(), now);
  expect(await listDrafts()).toEqual([other]);
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('draft-keys');
  await folder.getFileHandle('left-behind', { create: true });
  await forgetOldDrafts();
  expect(await keysHere()).toEqual((await lying()).map(({ key }) => key));
});

test('what is begun again under the same id, from this tab, has another key', async () => {
  const draft = await saveDraft(aDraft({ answers }));
  const [before] = await lying();
  await enqueue(draft, await aParcel(), now);
  const again = await saveDraft({ ...draft, revision: 0 });
  const [after] = await lying();
  expect(after?.key).not.toBe(before?.key);
  expect(await findDraft(draft.id)).toEqual(again);
});

test('many at once from several tabs: nothing is lost, and every key that is used is there', async () => {
  const drafts = await Promise.all(Array.from({ length: 12 }, () => saveDraft(aDraft({ answers }))));
  await Promise.all(drafts.flatMap((draft, index) => [index % 2 ? deleteDraft(draft.id) : saveDraft(draft)]));
  expect(await listDrafts()).toHaveLength(6);
  expect((await keysHere()).toSorted()).toEqual((await lying()).map(({ key }) => key).toSorted());
});

test('one that lay open before is taken over, and is marked: the browser’s files may still hold it', async () => {
  const open = aDraft({ answers, revision: 4 });
  await layInto('drafts', open);
  expect(await listDrafts()).toEqual([open]);
  const saved = await saveDraft(open);
  expect(isReadable(await lying())).toBe(false);
  await saveDraft(saved);
  expect(await lying()).toMatchObject([{ layOpen: true }]);
});

test('in a browser that gives a page no files of its own it is kept as it is', async () => {
  vi.spyOn(StorageManager.prototype, 'getDirectory').mockRejectedValue(new DOMException('No.', 'SecurityError'));
  const draft = await saveDraft(aDraft({ answers }));
  expect(await lyingAsIs('drafts')).toEqual([draft]);
  const again = await saveDraft(draft);
  expect(await listDrafts()).toEqual([again]);
  await deleteDraft(draft.id);
  expect(await listDrafts()).toEqual([]);
});

test('one whose key was lost is no draft any more, and keeps no other from being read', async () => {
  const [lost, other] = [await saveDraft(aDraft()), await saveDraft(aDraft())];
  await layInto('drafts', { id: lost.id, revision: 1, key: 'gone', hidden: new Uint8Array(40) });
  expect(await listDrafts()).toEqual([other]);
});

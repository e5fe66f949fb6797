import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftKeeper } from '../../src/app/draft-keeper.ts';
import { listDrafts, saveDraft } from '../../src/device/drafts.ts';
import { aDraft, forgetEverything, refuseStorage } from '../device/this-device.ts';

// A phone that refuses its storage: a private window, a full disk, a version from the future.

beforeEach(forgetEverything);
afterEach(() => vi.restoreAllMocks());

const nothing = () => {};
const typed = (words: string) => ({ answers: { words } });
const wordsKept = async () => (await listDrafts()).map(({ answers }) => answers.words).sort();

/** From here on every writing ends as it does when the disk is full; reading goes on. */
function fillTheDisk() {
  const { put } = IDBObjectStore.prototype;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put');
  spy.mockImplementation(function (this: IDBObjectStore, ...what) {
    const request = put.apply(this, what);
    this.transaction.abort();
    return request;
  });
  return { makeRoom: () => spy.mockRestore() };
}

test('it is said, and the words stay on the screen', async () => {
  const allowAgain = await refuseStorage();
  const news = vi.fn();
  const keeper = createDraftKeeper(aDraft(), news);
  keeper.change(typed('Hello'));
  await keeper.flush();
  expect(keeper.keeping()).toBe('cannot');
  expect(keeper.draft().answers.words).toBe('Hello');
  // Once for what was typed, once for what came of saving it.
  expect(news).toHaveBeenCalledTimes(2);
  await allowAgain();
});

test('it is asked again with the next change, which brings everything', async () => {
  const allowAgain = await refuseStorage();
  const keeper = createDraftKeeper(aDraft(), nothing);
  keeper.change(typed('Hello'));
  await keeper.flush();
  await allowAgain();
  keeper.change({ step: 'kind' });
  await keeper.flush();
  expect(keeper.keeping()).toBe('kept');
  expect(await listDrafts()).toMatchObject([{ answers: { words: 'Hello' }, step: 'kind' }]);
});

test('it is asked again when the page is about to be left', async () => {
  const allowAgain = await refuseStorage();
  const keeper = createDraftKeeper(aDraft(), nothing);
  keeper.change(typed('Hello'));
  await keeper.flush();
  await allowAgain();
  await keeper.flush();
  expect(await wordsKept()).toEqual(['Hello']);
  expect(keeper.keeping()).toBe('kept');
});

test('it is not asked on and on by itself', async () => {
  const disk = fillTheDisk();
  const keeper = createDraftKeeper(aDraft(), nothing);
  const tries = vi.mocked(IDBObjectStore.prototype.put);
  keeper.change(typed('Hello'));
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(tries).toHaveBeenCalledTimes(1);
  disk.makeRoom();
});

test('what could not be saved is not overwritten by what another tab saves', async () => {
  const read = await saveDraft(aDraft());
  const keeper = createDraftKeeper(read, nothing);
  const disk = fillTheDisk();
  keeper.change(typed('Mine.'));
  await keeper.flush();
  disk.makeRoom();
  await saveDraft({ ...read, ...typed('Theirs.') });
  await keeper.follow();
  expect(keeper.draft().answers.words).toBe('Mine.');
  keeper.change({ step: 'kind' });
  await keeper.flush();
  expect(await wordsKept()).toEqual(['Mine.', 'Theirs.']);
});

test('it is said too when another tab’s words could not be put aside; nothing is lost', async () => {
  const read = await saveDraft(aDraft());
  const keeper = createDraftKeeper(read, nothing);
  const theirs = await saveDraft({ ...read, ...typed('Theirs.') });
  const disk = fillTheDisk();
  keeper.change(typed('Mine.'));
  await keeper.flush();
  disk.makeRoom();
  expect(keeper.keeping()).toBe('cannot');
  expect(await listDrafts()).toEqual([theirs]);
  await keeper.flush();
  expect(await wordsKept()).toEqual(['Mine.', 'Theirs.']);
});

test('following another tab is nothing that fails', async () => {
  const keeper = createDraftKeeper(aDraft(), nothing);
  const allowAgain = await refuseStorage();
  await expect(keeper.follow()).resolves.toBeUndefined();
  await allowAgain();
});

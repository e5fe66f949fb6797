import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDraftKeeper } from '../../src/app/draft-keeper.ts';
import { deleteDraft, findDraft, listDrafts, saveDraft } from '../../src/device/drafts.ts';
import { aDraft, forgetEverything, layInto, lyingIn } from '../device/this-device.ts';

beforeEach(forgetEverything);
afterEach(() => vi.restoreAllMocks());

const nothing = () => {};
const typed = (words: string) => ({ answers: { words } });
const wordsKept = async () => (await listDrafts()).map(({ answers }) => answers.words).sort();

/** How many writings were begun from here on, and how many went on at a time at most. */
function watchWrites() {
  const { transaction } = IDBDatabase.prototype;
  const writes = { now: 0, most: 0, all: 0 };
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...how) {
    const made = transaction.apply(this, how);
    if (made.mode !== 'readwrite') return made;
    writes.all += 1;
    writes.now += 1;
    writes.most = Math.max(writes.most, writes.now);
    const end = () => {
      writes.now -= 1;
    };
    made.addEventListener('complete', end);
    made.addEventListener('abort', end);
    return made;
  });
  return writes;
}

describe('what is typed', () => {
  test('stands on the screen at once, with the time', async () => {
    const keeper = createDraftKeeper(aDraft(), nothing);
    keeper.change(typed('Hello'));
    expect(keeper.draft().answers.words).toBe('Hello');
    expect(Date.now() - Date.parse(keeper.draft().changedAt)).toBeLessThan(5000);
    await keeper.flush();
  });

  test('is saved at once when it is the first, without waiting for more', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const keeper = createDraftKeeper(aDraft(), nothing);
    keeper.change(typed('H'));
    vi.useRealTimers();
    await expect.poll(wordsKept).toEqual(['H']);
    expect(keeper.keeping()).toBe('kept');
  });

  test('is saved a moment later when it follows at once', async () => {
    const keeper = createDraftKeeper(aDraft(), nothing);
    for (const words of ['H', 'He', 'Hel', 'Hell', 'Hello']) keeper.change(typed(words));
    await expect.poll(wordsKept).toEqual(['Hello']);
  });

  test('is never being saved twice at a time, and not with every letter', async () => {
    const writes = watchWrites();
    const keeper = createDraftKeeper(aDraft(), nothing);
    const letters = 40;
    for (let count = 1; count <= letters; count += 1) {
      keeper.change(typed('a'.repeat(count)));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await keeper.flush();
    expect(writes.most).toBe(1);
    expect(writes.all).toBeLessThan(letters / 2);
    expect(await wordsKept()).toEqual(['a'.repeat(letters)]);
  });

  test('is all on the phone once it was flushed, whatever was typed while it was being saved', async () => {
    const keeper = createDraftKeeper(aDraft(), nothing);
    keeper.change(typed('One'));
    keeper.change(typed('One two'));
    await Promise.all([keeper.flush(), keeper.flush()]);
    expect(await findDraft(keeper.draft().id)).toEqual(keeper.draft());
    expect(keeper.draft().answers.words).toBe('One two');
  });
});

test('a page that changes nothing writes nothing', async () => {
  const writes = watchWrites();
  const keeper = createDraftKeeper(aDraft(), nothing);
  await keeper.flush();
  expect(keeper.keeping()).toBe('nothing-yet');
  expect(writes.all).toBe(0);
});

describe('two tabs on one draft', () => {
  test('keep both texts, and this tab’s stays its own', async () => {
    const read = await saveDraft(aDraft({ answers: { words: 'Before.' } }));
    const keeper = createDraftKeeper(read, nothing);
    await saveDraft({ ...read, ...typed('Theirs.') });
    keeper.change(typed('Mine.'));
    await keeper.flush();
    expect(await wordsKept()).toEqual(['Mine.', 'Theirs.']);
    expect((await findDraft(read.id))?.answers.words).toBe('Mine.');
    expect(keeper.keeping()).toBe('kept');
  });

  test('keep one text where it holds the other', async () => {
    const read = await saveDraft(aDraft({ answers: { words: 'Before.' } }));
    const keeper = createDraftKeeper(read, nothing);
    await saveDraft({ ...read, ...typed('Before. Then') });
    keeper.change(typed('Before. Then this.'));
    await keeper.flush();
    expect(await wordsKept()).toEqual(['Before. Then this.']);
  });

  test('lose no answer that only the other gave', async () => {
    const read = await saveDraft(aDraft({ answers: { words: 'Before.' } }));
    const keeper = createDraftKeeper(read, nothing);
    await saveDraft({ ...read, answers: { words: 'Before.', safe: 'no', advocate: 'yes' } });
    keeper.change({ answers: { words: 'Before.', advocate: 'not-now' } });
    await keeper.flush();
    const answers = { words: 'Before.', safe: 'no', advocate: 'not-now' };
    expect(await listDrafts()).toMatchObject([{ id: read.id, answers }]);
    expect(keeper.draft().answers).toEqual(answers);
  });

  test('make no draft without words where neither has words', async () => {
    const read = await saveDraft(aDraft({ answers: {} }));
    const keeper = createDraftKeeper(read, nothing);
    await saveDraft({ ...read, answers: { voice: 'child' } });
    keeper.change({ answers: { voice: 'young-person' } });
    await keeper.flush();
    expect(await listDrafts()).toMatchObject([{ id: read.id, answers: { voice: 'young-person' } }]);
  });

  test('on one addition lose no answer of either, and make no other case of it', async () => {
    const read = await saveDraft(aDraft({ isAddition: true, answers: { kind: 'complaint' } }));
    const keeper = createDraftKeeper(read, nothing);
    await saveDraft({ ...read, answers: { kind: 'complaint', safe: 'no', whereNow: 'At the park', words: 'Theirs.' } });
    keeper.change({ answers: { kind: 'complaint', words: 'Mine.', wanted: 'A call.' } });
    await keeper.flush();
    const answers = {
      ...{ kind: 'complaint', safe: 'no', whereNow: 'At the park' },
      ...{ words: 'Theirs.\nMine.', wanted: 'A call.' },
    };
    expect(await listDrafts()).toMatchObject([{ id: read.id, followKey: read.followKey, isAddition: true, answers }]);
  });

  test('on one addition that only a newer version can read: it is left alone, and this one is said not to be kept', async () => {
    const draft = aDraft({ isAddition: true });
    await listDrafts();
    await layInto('drafts', { ...draft, revision: 3, answers: { voice: 'somebody new' } });
    const keeper = createDraftKeeper(draft, nothing);
    keeper.change(typed('Mine.'));
    await keeper.flush();
    expect(keeper.keeping()).toBe('cannot');
    expect(keeper.draft()).toMatchObject({ id: draft.id, answers: { words: 'Mine.' } });
    expect(await lyingIn('drafts')).toMatchObject([{ id: draft.id, answers: { voice: 'somebody new' } }]);
  });

  test('and one sent it: what is typed in the other is kept under the same id and key', async () => {
    const read = await saveDraft(aDraft());
    const keeper = createDraftKeeper(read, nothing);
    await deleteDraft(read.id);
    keeper.change(typed('And another thing.'));
    await keeper.flush();
    expect(await listDrafts()).toMatchObject([{ id: read.id, followKey: read.followKey, revision: 1 }]);
  });

  test('follow each other while nobody types here, each at its own step', async () => {
    const read = await saveDraft(aDraft());
    const keeper = createDraftKeeper({ ...read, step: 'check' }, nothing);
    await saveDraft({ ...read, ...typed('Theirs.'), step: 'kind' });
    await keeper.follow();
    expect(keeper.draft()).toMatchObject({ revision: 2, answers: { words: 'Theirs.' }, step: 'check' });
  });

  test('do not follow while something here is not saved yet', async () => {
    const read = await saveDraft(aDraft());
    const keeper = createDraftKeeper(read, nothing);
    await saveDraft({ ...read, ...typed('Theirs.') });
    keeper.change(typed('Mine.'));
    await keeper.follow();
    expect(keeper.draft().answers.words).toBe('Mine.');
    await keeper.flush();
  });
});

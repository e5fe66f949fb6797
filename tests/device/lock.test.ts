import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeDb } from '../../src/device/db.ts';
import {
  DraftConflict,
  deleteDraft,
  findDraft,
  listDrafts,
  saveDraft,
  storedRevision,
} from '../../src/device/drafts.ts';
import { closeLock, lockState } from '../../src/device/lock.ts';
import { changePictures, openLock } from '../../src/device/lock-open.ts';
import { removeLock, setLock } from '../../src/device/lock-set.ts';
import { enqueue } from '../../src/device/outbox.ts';
import { aDraft, aParcel, forgetEverything, lyingIn } from './this-device.ts';

const mine = [3, 200, 3, 41];
const others = [3, 200, 41, 3];
const secret = 'He shouted at me on Tuesday.';

beforeEach(forgetEverything);
afterEach(closeLock);

const secretDraft = (words = secret) => aDraft({ answers: { kind: 'complaint', words, name: 'Kim' } });
const everythingHere = async () =>
  JSON.stringify(await Promise.all((['drafts', 'outbox', 'sent', 'helper', 'lock'] as const).map(lyingIn)));

async function expectNothingInClear(): Promise<void> {
  const all = await everythingHere();
  expect(all).toContain('sealed');
  for (const told of [secret, 'Kim', 'complaint']) expect(all).not.toContain(told);
}

describe('setting a lock', () => {
  test('seals what was begun, where it lay, and this page reads on', async () => {
    const draft = await saveDraft(secretDraft());
    const other = await saveDraft(aDraft({ answers: { words: 'Something else.' } }));
    await setLock(mine);
    await expectNothingInClear();
    expect(await everythingHere()).not.toContain(draft.followKey);
    expect(await lockState()).toBe('open');
    expect(await findDraft(draft.id)).toEqual(draft);
    expect(await listDrafts()).toHaveLength(2);
    expect(await lyingIn('drafts')).toHaveLength(2);
    expect(await storedRevision(other.id)).toBe(1);
  });

  test('seals a draft that is saved in the very middle of it', async () => {
    const draft = await saveDraft(secretDraft('First.'));
    const [, saved] = await Promise.all([
      setLock(mine),
      new Promise((resolve) => setTimeout(resolve, 100)).then(() =>
        saveDraft({ ...draft, answers: { words: secret } }),
      ),
    ]);
    await expectNothingInClear();
    expect(await findDraft(draft.id)).toEqual(saved);
  });

  test('a second time is refused, and the first stays', async () => {
    await setLock(mine);
    await expect(setLock(others)).rejects.toThrow();
    closeLock();
    expect(await openLock(mine)).toEqual({ outcome: 'opened' });
  });

  test('whose drafts were saved by a page that knew of no lock are sealed all the same', async () => {
    await saveDraft(aDraft());
    await setLock(mine);
    await saveDraft(secretDraft());
    await expectNothingInClear();
  });
});

describe('behind a lock', () => {
  beforeEach(async () => {
    await saveDraft(secretDraft());
    await setLock(mine);
    closeLock();
    // As after a reload.
    await closeDb();
  });

  test('nothing is read', async () => {
    expect(await lockState()).toBe('closed');
    expect(await listDrafts()).toEqual([]);
  });

  test('something new is written without the pictures, and read with them', async () => {
    const first = await saveDraft(secretDraft('New words.'));
    const second = await saveDraft({ ...first, answers: { words: 'New words, and more.' } });
    expect(await everythingHere()).not.toContain('New words');
    expect(await findDraft(first.id)).toBeUndefined();
    await expect(saveDraft(first)).rejects.toBeInstanceOf(DraftConflict);
    expect(await openLock(mine)).toEqual({ outcome: 'opened' });
    expect(await findDraft(first.id)).toEqual(second);
    expect(await listDrafts()).toHaveLength(2);
  });

  test('something new is sent without the pictures', async () => {
    const draft = await saveDraft(secretDraft('New words.'));
    expect(await enqueue(draft, await aParcel('New words.'), draft.changedAt)).toBe('queued');
    expect(await lyingIn('drafts')).toHaveLength(1);
    expect(await lyingIn('outbox')).toMatchObject([{ id: draft.id }]);
  });

  test('a locked draft can be deleted', async () => {
    const [draft] = (await lyingIn('drafts')) as { id: string }[];
    await deleteDraft(draft?.id ?? '');
    expect(await lyingIn('drafts')).toEqual([]);
  });

  test('the pictures in another order do not open it, and nothing is lost by trying', async () => {
    expect(await openLock(others)).toEqual({ outcome: 'wrong', after: 0 });
    expect(await lockState()).toBe('closed');
    expect(await openLock(mine)).toEqual({ outcome: 'opened' });
    expect(await listDrafts()).toMatchObject([{ answers: { words: secret } }]);
  });

  test('waits grow with every wrong try, hold after a reload, and end with the right pictures', async () => {
    let now = 1_000_000;
    const waits: number[] = [];
    for (let tries = 0; tries < 5; tries += 1) {
      const opening = await openLock(others, () => now);
      if (!('after' in opening)) throw new Error(opening.outcome);
      waits.push(opening.after);
      now += opening.after;
    }
    expect(waits).toEqual([0, 0, 5_000, 10_000, 20_000]);
    await openLock(others, () => now);
    closeLock();
    await closeDb();
    expect(await openLock(mine, () => now + 1_000)).toEqual({ outcome: 'too-soon', after: 39_000 });
    // Under a clock that was set back nobody waits for days.
    expect(await openLock(mine, () => now - 86_400_000)).toEqual({ outcome: 'opened' });
    expect(await openLock(others, () => now)).toEqual({ outcome: 'wrong', after: 0 });
  }, 60_000);

  test('a page that is closed in the middle of a try has had it', async () => {
    const trying = openLock(others, () => 0);
    await expect.poll(() => lyingIn('lock')).toMatchObject([{ wrong: 1 }]);
    await trying;
  });

  test('with other pictures the old ones open nothing, and what is sealed stays as it lies', async () => {
    const before = await lyingIn('drafts');
    expect(await changePictures(others, [1, 2, 3, 4])).toMatchObject({ outcome: 'wrong' });
    expect(await changePictures(mine, [1, 2, 3, 4])).toEqual({ outcome: 'opened' });
    expect(await lyingIn('drafts')).toEqual(before);
    expect(await openLock(mine)).toMatchObject({ outcome: 'wrong' });
    expect(await openLock([1, 2, 3, 4])).toEqual({ outcome: 'opened' });
    expect(await listDrafts()).toMatchObject([{ answers: { words: secret } }]);
  });

  test('taking it off needs the pictures, and everything lies open as before', async () => {
    expect(await removeLock(others)).toMatchObject({ outcome: 'wrong' });
    expect(await lockState()).toBe('closed');
    expect(await removeLock(mine)).toEqual({ outcome: 'opened' });
    expect(await lockState()).toBe('none');
    expect(await lyingIn('drafts')).toMatchObject([{ answers: { words: secret } }]);
    const again = await saveDraft(aDraft());
    expect(await lyingIn('drafts')).toContainEqual(again);
  });
});

import { describe, expect, test } from 'vitest';
import { groupCommit } from '../../../src/server/store/group-commit.ts';

/** A commit whose end the test decides. */
function held() {
  const groups: { items: string[]; finish: () => void; fail: (error: Error) => void }[] = [];
  const commit = (items: string[]) =>
    new Promise<string[]>((resolve, reject) => {
      groups.push({ items, finish: () => resolve(items.map((item) => `${item} is in`)), fail: reject });
    });
  return { groups, commit };
}

const oneTurn = () => new Promise((resolve) => setTimeout(resolve, 5));
const never = () => false;
const room = { mostWaiting: 10_000, whenFull: undefined as never };

describe('group commit', () => {
  test('nothing is answered before its own commit', async () => {
    const { groups, commit } = held();
    const takeIn = groupCommit(commit, { ...room, most: 10, meetsAll: never });
    const answered: string[] = [];
    const send = (item: string) => takeIn(item).then((answer) => answered.push(answer));

    const first = [send('a'), send('b')];
    await oneTurn();
    const second = [send('c'), send('d')];
    await oneTurn();
    expect(groups.map(({ items }) => items)).toEqual([['a', 'b']]);
    expect(answered).toEqual([]);

    groups[0]?.finish();
    await Promise.all(first);
    await oneTurn();
    expect(answered).toEqual(['a is in', 'b is in']);
    expect(groups.map(({ items }) => items)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);

    groups[1]?.finish();
    await Promise.all(second);
    expect(answered).toEqual(['a is in', 'b is in', 'c is in', 'd is in']);
  });

  test('a lone item waits for nobody', async () => {
    const takeIn = groupCommit(async (items: string[]) => items, { ...room, most: 10, meetsAll: never });
    expect(await takeIn('alone')).toBe('alone');
    expect(await takeIn('and again')).toBe('and again');
  });

  test('no group is larger than the most, and everyone keeps their own answer', async () => {
    const sizes: number[] = [];
    const commit = async (items: number[]) => {
      sizes.push(items.length);
      return items.map((item) => item * 2);
    };
    const takeIn = groupCommit(commit, { ...room, most: 100, meetsAll: never });
    const items = Array.from({ length: 1_005 }, (_, index) => index);
    expect(await Promise.all(items.map(takeIn))).toEqual(items.map((item) => item * 2));
    expect(Math.max(...sizes)).toBe(100);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1_005);
  });

  test('one poisoned item fails alone; its neighbours are taken in', async () => {
    const kept: string[] = [];
    const commit = async (items: string[]) => {
      if (items.includes('poison')) throw new Error('This cannot be stored.');
      kept.push(...items);
      return items;
    };
    const takeIn = groupCommit(commit, { ...room, most: 10, meetsAll: never });
    const results = await Promise.allSettled(['a', 'poison', 'b'].map(takeIn));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(kept).toEqual(['a', 'b']);
    expect(await takeIn('c')).toBe('c');
  });

  test('a failure that meets all of them is not tried once an item', async () => {
    let commits = 0;
    const commit = async (): Promise<string[]> => {
      commits += 1;
      throw new Error('The disk is full.');
    };
    const takeIn = groupCommit(commit, { ...room, most: 10, meetsAll: () => true });
    const results = await Promise.allSettled(['a', 'b', 'c'].map(takeIn));
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    expect(commits).toBe(1);
  });

  test('too few answers are a fault of the commit, never somebody else’s answer', async () => {
    const takeIn = groupCommit(async (items: string[]) => items.slice(1), { ...room, most: 10, meetsAll: never });
    const results = await Promise.allSettled(['a', 'b'].map(takeIn));
    expect(results[1]?.status).toBe('rejected');
  });

  test('when too many wait, the next is told at once, and there is room again after a commit', async () => {
    const { groups, commit } = held();
    const takeIn = groupCommit(commit, { most: 2, mostWaiting: 3, whenFull: 'full', meetsAll: never });
    const first = ['a', 'b'].map(takeIn);
    await oneTurn();
    const second = ['c', 'd', 'e'].map(takeIn);
    expect(await takeIn('f')).toBe('full');
    groups[0]?.finish();
    await Promise.all(first);
    await oneTurn();
    const third = takeIn('g');
    for (const index of [1, 2]) {
      groups[index]?.finish();
      await oneTurn();
    }
    expect(await Promise.all([...second, third])).toEqual(['c is in', 'd is in', 'e is in', 'g is in']);
    expect(groups.flatMap(({ items }) => items)).not.toContain('f');
  });
});

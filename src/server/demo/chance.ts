import { createHash } from 'node:crypto';

/** Choices that look made by chance and are the same each time: the same seed tells the same three years. */
export interface Chance {
  /** A whole number from 0 up to and not including `count`. */
  below: (count: number) => number;
  pick: <Item>(list: readonly Item[]) => Item;
  shuffled: <Item>(list: readonly Item[]) => Item[];
}

export function chanceOf(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32LE();
  // Mulberry32, public domain (Tommy Ettinger): a few operations on 32 bits, the same on every machine.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (count: number) => Math.floor(next() * count);
  const pick = <Item>(list: readonly Item[]): Item => {
    if (list.length === 0) throw new Error('Nothing can be picked out of an empty list.');
    return list[below(list.length)] as Item;
  };
  const shuffled = <Item>(list: readonly Item[]): Item[] => {
    const left = [...list];
    return list.map(() => left.splice(below(left.length), 1)[0] as Item);
  };
  return { below, pick, shuffled };
}

/** A UUID of version 4 that a text always gives again. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * A list of `total` items in which each stands as often as its weight asks, to the nearest whole. Weights that add up
 * to `total` are met to the letter.
 */
export function dealt<Item extends string>(weights: Readonly<Partial<Record<Item, number>>>, total: number): Item[] {
  const items = Object.entries(weights) as [Item, number][];
  const sum = items.reduce((all, [, weight]) => all + weight, 0);
  const shares = items.map(([item, weight]) => ({ item, exact: (weight * total) / sum }));
  const counts = shares.map(({ item, exact }) => ({ item, count: Math.floor(exact + 1e-9), rest: exact % 1 }));
  const missing = total - counts.reduce((all, { count }) => all + count, 0);
  const byRest = counts.toSorted((a, b) => b.rest - a.rest);
  for (const each of byRest.slice(0, missing)) each.count += 1;
  return counts.flatMap(({ item, count }) => Array.from({ length: count }, () => item));
}

/**
 * `count` whole numbers whose average is exactly `average`, spread evenly to both sides of it as far as `spread`.
 * An odd one is the average itself.
 */
export function around(average: number, spread: number, count: number): number[] {
  const pairs = Math.floor(count / 2);
  const sides = Array.from({ length: pairs }, (_, index) => (index * 7) % (spread + 1));
  const both = sides.flatMap((side) => [average - side, average + side]);
  return count % 2 === 0 ? both : [...both, average];
}

import { expect, test } from 'vitest';
import { serverParts } from './parts.ts';
import { holds, printed, rowsOf } from './table.ts';

// What a test run has room for; `npm run faults` injects a thousand times as much.
test.each(serverParts)(
  'nothing is lost and nothing is there twice: $name',
  async (part) => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    console.log(`npm run faults -- --quick --only ${part.name} --seed ${seed}`);
    const rows = await rowsOf(part, { seed, isWhole: false, say: console.log });
    console.table(printed(rows));
    expect(rows.filter((row) => !holds(row))).toEqual([]);
  },
  600_000,
);

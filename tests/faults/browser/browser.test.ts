import { expect, test } from 'vitest';
import { holds, printed, rowsOf } from '../table.ts';
import { browserParts } from './index.ts';

/** Some of each: what a test run of minutes has room for. `npm run faults` injects hundreds. */
test.each(browserParts)(
  'whatever breaks around the app, nothing is lost and nothing goes twice: $name',
  async (part) => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    console.log(`npm run faults -- --quick --only ${part.name} --seed ${seed}`);
    const rows = await rowsOf(part, { seed, isWhole: false, say: console.log });
    console.table(printed(rows));
    expect(rows).not.toEqual([]);
    expect(rows.filter((row) => !holds(row))).toEqual([]);
  },
  600_000,
);

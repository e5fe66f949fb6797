import { expect, test } from 'vitest';
import { fullDiskPart } from './server/full-disk.ts';
import { killPart } from './server/kill.ts';
import { outagePart } from './server/outages.ts';
import { powerPart } from './server/power/power-cut.ts';
import { holds, printed } from './table.ts';

// What a test run has room for; `npm run faults` injects a thousand times as much.
test.each([killPart, outagePart, fullDiskPart, powerPart])(
  'nothing is lost and nothing is there twice: $name',
  async (part) => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    console.log(`npm run faults -- --quick --only ${part.name} --seed ${seed}`);
    const rows = await part.run({ seed, isWhole: false, say: console.log });
    console.table(printed(rows));
    expect(rows.filter((row) => !holds(row))).toEqual([]);
  },
  600_000,
);

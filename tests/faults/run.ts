import { parseArgs } from 'node:util';
import { loadParts } from './parts.ts';
import { holds, printed, type Row } from './table.ts';

const parts = await loadParts();
const usage = `npm run faults -- [--quick] [--only part …] [--seed 1]

Breaks the built server and the built app in every way we know of, and prints what was lost or doubled.

--quick  what every test run has room for, and not the whole
--only   one of these parts; it may be said several times:
         ${parts.map(({ name }) => name).join(', ')}
--seed   injects the same again`;

const asked = readAsked();
if (asked === 'help') {
  console.log(usage);
  process.exit(0);
}
if (!asked) {
  console.error(usage);
  process.exit(2);
}
const { seed, only, isWhole } = asked;
console.log(`Seed ${seed}.`);
const rows: Row[] = [];
for (const part of parts.filter(({ name }) => only.length === 0 || only.includes(name))) {
  rows.push(...(await part.run({ seed, isWhole, say: console.log })));
}
console.table(printed(rows));
for (const row of rows.filter((each) => !holds(each))) {
  const what =
    row.wrong ?? (row.mustHave ? [`nothing of it was ${row.mustHave}, so that nobody knows of the others`] : []);
  console.log(`DOES NOT HOLD: ${row.fault}${what.length > 0 ? `: ${[...new Set(what)].join('; ')}` : ''}`);
  process.exitCode = 1;
}
if (rows.every(holds)) console.log('holds');

/** What this run is told to do; undefined when nobody could say. */
function readAsked(): { seed: number; only: string[]; isWhole: boolean } | 'help' | undefined {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        quick: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
      },
    });
    if (values.help) return 'help';
    const seed = Number(values.seed);
    const isKnown = values.only.every((each) => parts.some(({ name }) => name === each));
    return Number.isInteger(seed) && isKnown ? { seed, only: values.only, isWhole: !values.quick } : undefined;
  } catch (error) {
    // It says which option is not known, and needs no stack.
    console.error(`${error instanceof Error ? error.message : error}\n`);
    return undefined;
  }
}

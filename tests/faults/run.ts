import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { allParts, type SideName, sides } from './parts.ts';
import type { Asked, Told } from './side.ts';
import { endedEarly, holds, printed, type Row, whyNot } from './table.ts';

const usage = `npm run faults -- [--quick] [--only part …] [--seed 1]

Breaks the built server and the built app in every way we know of, and prints what was lost or doubled.

--quick  what every test run has room for, and not the whole
--only   one of these parts; it may be said several times:
         ${allParts.map(({ name }) => name).join(', ')}
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
const began = performance.now();
const names = only.length > 0 ? only : allParts.map(({ name }) => name);
const rows = (await Promise.all(Object.keys(sides).map((side) => inject(side as SideName)))).flat();
console.table(printed(rows));
for (const { fault, leftOut } of rows) if (leftOut) console.log(`LEFT OUT: ${fault}: ${leftOut}`);
for (const row of rows.filter((each) => !holds(each))) {
  const what = whyNot(row);
  console.log(`DOES NOT HOLD: ${row.fault}${what.length > 0 ? `: ${what.join('; ')}` : ''}`);
  process.exitCode = 1;
}
console.log(
  `${rows.every(holds) ? 'holds' : 'does not hold'}, after ${Math.round((performance.now() - began) / 60_000)} minutes`,
);

/** Both sides at once, for each mostly waits for what it has broken; in a thread each, so that neither makes the other late. */
function inject(side: SideName): Promise<Row[]> {
  const asked: Asked = { side, names, seed, isWhole };
  const found: Row[] = [];
  const thread = new Worker(new URL('./side.ts', import.meta.url), { workerData: asked });
  thread.on('message', (told: Told) => {
    if ('said' in told) return console.log(told.said);
    found.push(told.row);
    // What is known by now, for whoever has to end a run that takes an hour.
    const { fault, injected, sent, lost, doubled } = told.row;
    console.log(`${fault}: ${injected} injected, ${sent} sent, ${lost} lost, ${doubled} doubled`);
  });
  return new Promise((resolve) => {
    thread.once('error', (error) => {
      console.log(error);
      found.push(endedEarly(side, error));
    });
    thread.once('exit', () => resolve(found));
  });
}

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
    const isKnown = values.only.every((each) => allParts.some(({ name }) => name === each));
    return Number.isInteger(seed) && isKnown ? { seed, only: values.only, isWhole: !values.quick } : undefined;
  } catch (error) {
    // It says which option is not known, and needs no stack.
    console.error(`${error instanceof Error ? error.message : error}\n`);
    return undefined;
  }
}

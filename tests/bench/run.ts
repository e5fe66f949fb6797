import { parseArgs } from 'node:util';
import { audit } from './audit.ts';
import { desk } from './desk.ts';
import { drain } from './drain.ts';
import { ease } from './ease.ts';
import { intake } from './intake.ts';
import { precache } from './precache.ts';
import { send } from './send.ts';
import { tell } from './tell.ts';

/** One benchmark: measures itself beside its floors, in the same run, and says whether it holds what it must. */
export interface Bench {
  name: string;
  /** @param rounds how often everything is measured; each bench knows how often is enough */
  run: (rounds?: number) => Promise<Result>;
}

export interface Result {
  title: string;
  rows: Record<string, string | number>[];
  verdicts: { what: string; holds: boolean }[];
}

const benches: Bench[] = [tell, precache, ease, intake, send, drain, desk, audit];

// `npm run bench -- tell --runs 5` runs one, in five rounds.
const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string' } } });
const rounds = values.runs === undefined ? undefined : Number(values.runs);
const unknown = positionals.filter((asked) => !benches.some(({ name }) => name === asked));
if (unknown.length > 0 || (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0))) {
  console.error(`npm run bench -- [${benches.map(({ name }) => name).join('|')} …] [--runs 5]`);
  process.exit(2);
}
for (const bench of benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const { title, rows, verdicts } = await bench.run(rounds);
  console.log(`\n${bench.name}: ${title}`);
  console.table(rows);
  for (const { what, holds } of verdicts) {
    console.log(`${holds ? 'holds' : 'DOES NOT HOLD'}: ${what}`);
    if (!holds) process.exitCode = 1;
  }
}

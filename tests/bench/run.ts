import { deskList } from './desk-list.ts';
import { intake } from './intake.ts';

/** One benchmark: measures itself beside its floors, in the same run, and says whether it holds what it must. */
export interface Bench {
  name: string;
  run: () => Promise<Result>;
}

export interface Result {
  title: string;
  rows: Record<string, string | number>[];
  verdicts: { what: string; holds: boolean }[];
}

const benches: Bench[] = [intake, deskList];

// `npm run bench -- intake` runs one.
const asked = process.argv.slice(2);
for (const bench of benches.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const { title, rows, verdicts } = await bench.run();
  console.log(`\n${bench.name}: ${title}`);
  console.table(rows);
  for (const { what, holds } of verdicts) {
    console.log(`${holds ? 'holds' : 'DOES NOT HOLD'}: ${what}`);
    if (!holds) process.exitCode = 1;
  }
}

import { parseArgs } from 'node:util';
import { openPostgres } from '../../src/server/store/open-postgres.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import { startPostgres } from '../../tooling/postgres.mjs';
import { startHeard } from '../heard-server.ts';
import { fuzz, inWords } from './campaign.ts';
import { isFlat, startWatched } from './memory.ts';
import { brokenIn, halfTheLimit, idle, reconnecting, slowSenders } from './slow.ts';

/** From so many on, each operation must have let somebody in. */
const wholeFrom = 20_000;
const usage = `npm run fuzz -- [--count 100000] [--postgres] [--operations] [--seed 1 [--path 3:0:1]]
npm run fuzz -- --slow [--soak 30] [--postgres]

--operations  how often each operation was reached, beside the sums
--slow        the slow and the many instead: slow senders, idle connections, a thousand phones at once, and for
              --soak minutes half of what the server takes`;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    path: { type: 'string' },
    postgres: { type: 'boolean', default: false },
    operations: { type: 'boolean', default: false },
    slow: { type: 'boolean', default: false },
    soak: { type: 'string', default: '0.5' },
  },
});
const [count, seed, soak] = [Number(values.count), Number(values.seed), Number(values.soak)];
if (!(Number.isInteger(count) && count > 0 && Number.isInteger(seed) && soak > 0)) {
  console.error(usage);
  process.exit(2);
}
const postgres = values.postgres ? await startPostgres() : undefined;
const settings: Record<string, string> = postgres ? { DATABASE_URL: postgres.url } : {};
try {
  const broken = values.slow ? await slowHalf() : await badInput();
  for (const each of broken) console.log(`DOES NOT HOLD: ${each}`);
  if (broken.length > 0) process.exitCode = 1;
  else console.log('holds');
} finally {
  await postgres?.remove();
}

async function badInput(): Promise<string[]> {
  console.log(`Seed ${seed}.`);
  const watched = await startWatched({ ...settings, LOG_LEVEL: 'trace' });
  const store = postgres ? openPostgres(postgres.url, () => undefined) : openSqlite(watched.heard.databaseFile);
  try {
    const asking = { watched, store, count, seed, path: values.path, say: console.log };
    const { tally, memory, found, broken, closed } = await fuzz(asking);
    console.table(Object.fromEntries(tally.rows));
    if (values.operations) console.table(Object.fromEntries(tally.reached));
    console.log('Memory in MB, at the start and after each tenth:');
    console.table(memory);
    console.log(`${isFlat(memory).growth} MB more in the last third than in the first after the start.`);
    for (const each of found) console.log(inWords(each));
    const shut = [...closed.staff, ...closed.others].map((name) => `never let in: ${name}`);
    const isWhole = count >= wholeFrom && values.path === undefined;
    return [...found.map(({ what }) => what), ...broken, ...(isWhole ? shut : [])];
  } catch (error) {
    console.error(watched.heard.said().slice(-2_000));
    throw error;
  } finally {
    await store.close();
    await watched.heard.remove();
  }
}

async function slowHalf(): Promise<string[]> {
  const heard = await startHeard({ ...settings, LOG_LEVEL: 'error' });
  try {
    const rows = [
      await slowSenders(heard.url),
      await idle(heard.url),
      await reconnecting(heard.url),
      await halfTheLimit(heard.url, soak * 60),
    ];
    console.table(rows);
    return brokenIn(rows);
  } finally {
    await heard.remove();
  }
}

import { startHeard } from '../heard-server.ts';
import { bareInsert } from './bare-insert.ts';
import { connections, load, type Measured, median } from './load.ts';
import type { Bench } from './run.ts';

const warmUp = 2;
const seconds = 4;
const leastShare = 0.4;

const floor = 'tests/bench/floor-server.ts';

/**
 * How many submissions a second the service takes in on SQLite, every one synced to the disk before its answer,
 * against the same route without a store and against the bare inserts. Rounds are interleaved, because the machine
 * has good and bad moments.
 */
export const intake: Bench = {
  name: 'intake',
  async run(rounds = 5) {
    const group = await groupSize();
    const contenders: Record<string, () => Promise<Measured>> = {
      'bare node:http': () => measure([floor, 'bare']),
      'the route without a store': () => measure([floor, 'no-store']),
      Heard: () => measure(['src/server/main.ts']),
      [`bare inserts, ${group} a commit`]: () => bareInsert(group, seconds),
    };
    const measured = new Map(Object.keys(contenders).map((name) => [name, [] as Measured[]]));
    for (let round = 1; round <= rounds; round += 1) {
      for (const [name, run] of Object.entries(contenders)) measured.get(name)?.push(await run());
    }

    const perSecond = (name: string) => median((measured.get(name) ?? []).map((each) => each.perSecond));
    const heard = perSecond('Heard');
    const rows = [...measured].map(([name, each]) => ({
      what: name,
      'a second': Math.round(perSecond(name)),
      'p99, ms': Number(median(each.map(({ p99 }) => p99)).toFixed(1)),
      'Heard’s share of it': Number((heard / perSecond(name)).toFixed(2)),
      rounds: each.map((one) => Math.round(one.perSecond)).join(' '),
    }));
    // Of each round by itself: what slows the machine for a while slows both of a round.
    const rate = (name: string, round: number) => measured.get(name)?.[round]?.perSecond ?? 0;
    const noStore = 'the route without a store';
    const share = median([...Array(rounds).keys()].map((round) => rate('Heard', round) / rate(noStore, round)));
    return {
      title: `new submissions of 0.7 kB over ${connections} connections, SQLite, full fsync; median of ${rounds} rounds`,
      rows,
      verdicts: [
        {
          what: `${share.toFixed(2)} of what the route takes without a store, ${leastShare} at least`,
          holds: share >= leastShare,
        },
      ],
    };
  },
};

/** One process, warmed up and measured, on an empty store of its own. */
async function measure(program: string[]): Promise<Measured> {
  const server = await startHeard({ LOG_LEVEL: 'error' }, program);
  try {
    await load(server.url, warmUp);
    return await load(server.url, seconds);
  } finally {
    await server.remove();
  }
}

/** How many submissions share a commit under this load. */
async function groupSize(): Promise<number> {
  const server = await startHeard({}, [floor, 'groups']);
  try {
    const { perSecond } = await load(server.url, warmUp);
    const commits = Number(await (await fetch(`${server.url}/commits`)).text());
    return Math.max(1, Math.round((perSecond * warmUp) / commits));
  } finally {
    await server.remove();
  }
}

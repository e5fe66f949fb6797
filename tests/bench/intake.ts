import { firstKeys, readKeys } from '../../src/server/sealing/key-set.ts';
import { startHeard } from '../heard-server.ts';
import { bareInsert } from './bare-insert.ts';
import { connections, load, loadPrepared, type Measured, median, type Prepared, prepareSealed } from './load.ts';
import type { Bench } from './run.ts';

const warmUp = 2;
const seconds = 4;
const leastShare = 0.4;
/** Opening is what takes the time, and the floor does it too. */
const leastSealedShare = 0.5;
/** How many sealed ones are sent, and before them, to warm up. */
const sealedOnes = { warmUp: 2_000, measured: 8_000 };

const floor = 'tests/bench/floor-server.ts';

/**
 * How many submissions a second the service takes in on SQLite, every one synced to the disk before its answer,
 * against the same route without a store and against the bare inserts; plain, as other systems send it, and sealed, as
 * the app does. Rounds are interleaved, because the machine
 * has good and bad moments.
 */
export const intake: Bench = {
  name: 'intake',
  async run(rounds = 5) {
    const group = await groupSize();
    const sealed = await prepare();
    const contenders: Record<string, () => Promise<Measured>> = {
      'bare node:http': () => measure([floor, 'bare']),
      'the route without a store': () => measure([floor, 'no-store']),
      Heard: () => measure(['src/server/main.ts']),
      'the route without a store, sealed': () => measureSealed([floor, 'no-store'], sealed),
      'Heard, sealed': () => measureSealed(['src/server/main.ts'], sealed),
      [`bare inserts, ${group} a commit`]: () => bareInsert(group, seconds),
    };
    const measured = new Map(Object.keys(contenders).map((name) => [name, [] as Measured[]]));
    for (let round = 1; round <= rounds; round += 1) {
      for (const [name, run] of Object.entries(contenders)) measured.get(name)?.push(await run());
    }

    const perSecond = (name: string) => median((measured.get(name) ?? []).map((each) => each.perSecond));
    const heardLike = (name: string) => perSecond(name.endsWith(', sealed') ? 'Heard, sealed' : 'Heard');
    const rows = [...measured].map(([name, each]) => ({
      what: name,
      'a second': Math.round(perSecond(name)),
      'p99, ms': Number(median(each.map(({ p99 }) => p99)).toFixed(1)),
      'Heard’s share of it': Number((heardLike(name) / perSecond(name)).toFixed(2)),
      rounds: each.map((one) => Math.round(one.perSecond)).join(' '),
    }));
    // Of each round by itself: what slows the machine for a while slows both of a round.
    const rate = (name: string, round: number) => measured.get(name)?.[round]?.perSecond ?? 0;
    const shareOf = (name: string, of: string) =>
      median([...Array(rounds).keys()].map((round) => rate(name, round) / rate(of, round)));
    const share = shareOf('Heard', 'the route without a store');
    const sealedShare = shareOf('Heard, sealed', 'the route without a store, sealed');
    return {
      title: `new submissions of 0.7 kB over ${connections} connections, SQLite, full fsync; median of ${rounds} rounds`,
      rows,
      verdicts: [
        {
          what: `${share.toFixed(2)} of what the route takes without a store, ${leastShare} at least`,
          holds: share >= leastShare,
        },
        {
          what: `sealed, ${sealedShare.toFixed(2)} of what the route opens without a store, ${leastSealedShare} at least`,
          holds: sealedShare >= leastSealedShare,
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

interface SealedLoad {
  keys: string;
  warmUp: Prepared[];
  measured: Prepared[];
}

/** What is sent sealed, once for all rounds: every server of them has the same keys, and an empty store. */
async function prepare(): Promise<SealedLoad> {
  const keys = firstKeys(new Date().toISOString());
  const { publicKey } = readKeys(keys).current;
  const warmUpOnes = await prepareSealed(publicKey, sealedOnes.warmUp);
  return { keys, warmUp: warmUpOnes, measured: await prepareSealed(publicKey, sealedOnes.measured) };
}

async function measureSealed(program: string[], { keys, warmUp, measured }: SealedLoad): Promise<Measured> {
  const server = await startHeard({ LOG_LEVEL: 'error', HEARD_SEALING_KEYS: keys }, program);
  try {
    await loadPrepared(server.url, warmUp);
    return await loadPrepared(server.url, measured);
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

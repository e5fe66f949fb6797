import type { Store } from '../../src/server/store/database.ts';
import { leaks } from './judge.ts';
import { isFlat, type Memory, type Watched } from './memory.ts';
import { type Office, openOffice } from './office.ts';
import { fuzzRaw } from './raw.ts';
import { asksRounds, type Found, mostAtOnce } from './rounds.ts';
import { sender } from './send.ts';
import { invalidSubmissions, rowCounts, tablesWithRot } from './stored.ts';
import { neverAccepted, newTally, type Tally } from './tally.ts';
import type { Wire } from './wire.ts';

export interface Campaign {
  tally: Tally;
  memory: Memory[];
  found: Found[];
  /** What of the whole does not hold: rows of what was refused, memory that grows, words in the log. */
  broken: string[];
  /** Operations of staff, and all others, that let nobody in, however often they were asked. */
  closed: { staff: string[]; others: string[] };
  staffOperations: number;
}

interface Asking {
  watched: Watched;
  store: Store;
  count: number;
  seed: number;
  /** Only what fast-check found on this path, to see it again. */
  path?: string | undefined;
  say?: (line: string) => void;
}

const tenths = 10;
/** Rounds that go on beside each other: one that waits for a password to be hashed holds up no other. */
const lanes = 12;
const mostRuns = 40;
/** One in so many more is written by hand. */
const rawShare = 25;

/** Asks the server so many things, and judges each answer and what was kept. */
export async function fuzz({ watched, store, count, seed, path, say = () => undefined }: Asking): Promise<Campaign> {
  const { heard } = watched;
  const office = await openOffice(heard);
  const { send, close } = sender(heard.url);
  const tally = newTally();
  const found: Found[] = [];
  const round = asksRounds({ office, send, tally, found, onFound: (fault) => say(inWords(fault)) });
  const broken: string[] = [];
  const memory = [await watched.memory()];

  const lane = async (firstSeed: number, until: number, only?: Wire['must']) => {
    for (let number = 0; tally.requests() < until; number += 1) {
      if (heard.hasEnded()) throw new Error('The server ended.');
      const left = (until - tally.requests()) / lanes / (mostAtOnce / 2);
      // Every round has a seed of its own, told with what it finds.
      await round({ seed: (firstSeed + number * 7919) | 0, runs: Math.min(mostRuns, Math.ceil(left)), only });
    }
  };
  const turn = async (firstSeed: number, until: number, only?: Wire['must']) => {
    await Promise.all(Array.from({ length: lanes }, (_, number) => lane(firstSeed + number * 100_003, until, only)));
  };

  if (path !== undefined) await round({ seed, runs: 1, path });
  for (let tenth = 0; tenth < tenths && path === undefined; tenth += 1) {
    const upTo = Math.ceil((count * (tenth + 1)) / tenths);
    const firstSeed = seed + tenth * 2_000_003;
    await turn(firstSeed, upTo - Math.ceil(count / tenths / 4));
    // A quarter is what must be refused alone: behind it every table has as many rows as before.
    broken.push(...(await rowsMore(store, office, () => turn(firstSeed + 50_021, upTo, 'refuse'))));
    const now = await watched.memory();
    memory.push(now);
    say(`${tally.requests()} requests; heap ${now.heap} MB, resident ${now.rss} MB; ${found.length} faults`);
  }
  close();
  if (path === undefined) broken.push(...(await fuzzRaw(heard.url, Math.ceil(count / rawShare), seed, tally)));
  broken.push(...(await wrongInStore(store, office)));
  if (leaks(heard.said())) broken.push('leak: in what the server printed');
  const { flat, growth } = isFlat(memory);
  if (path === undefined && !flat) broken.push(`memory: ${growth} MB more`);
  const staff = office.operations.filter(({ isForStaff }) => isForStaff).map(({ name }) => name);
  const all = neverAccepted(
    office.operations.map(({ name }) => name),
    tally,
  );
  const closed = {
    staff: all.filter((name) => staff.includes(name)),
    others: all.filter((name) => !staff.includes(name)),
  };
  return { tally, memory, found, broken, closed, staffOperations: staff.length };
}

/** A fault as it is printed, with how to come to it again. */
export function inWords({ what, seed, path, smallest }: Found): string {
  return `FOUND ${what}\n  npm run fuzz -- --seed ${seed} --path ${path}\n  ${smallest}`;
}

/** Does what must leave nothing behind, and says which tables have more rows, or fewer, for it. */
async function rowsMore(store: Store, office: Office, work: () => Promise<void>): Promise<string[]> {
  const [before, madeBefore] = [await rowCounts(store), office.made()];
  await work();
  const [after, made] = [await rowCounts(store), office.made() - madeBefore];
  return Object.entries(after).flatMap(([name, rows]) => {
    // Whoever lost their session meanwhile was given another account.
    const more = rows - (before[name] ?? 0) - (name === 'user' || name === 'account' ? made : 0);
    return more === 0 ? [] : [`invalid stored: ${more} rows more in ${name}`];
  });
}

async function wrongInStore(store: Store, { operations }: Office): Promise<string[]> {
  const rotten = (await tablesWithRot(store)).map((name) => `invalid stored: in ${name} stands what was refused`);
  const put = operations.find(({ name }) => name === 'PUT /api/submissions/{id}');
  if (!put) throw new Error('The description has no way in.');
  const invalid = await invalidSubmissions(store, put.isBody);
  return invalid > 0 ? [...rotten, `invalid stored: ${invalid} submissions`] : rotten;
}

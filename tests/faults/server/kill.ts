import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, chanceOf } from '../../../src/server/demo/chance.ts';
import type { FaultOptions, FaultPart, Row } from '../table.ts';
import type { Item } from './items.ts';
import { type Judged, judge, startRow } from './judge.ts';
import { idsOf, lookForLoss } from './look.ts';
import { startPhones } from './phones.ts';
import { type EngineName, openPlace, type Place, startAgain, withEngine } from './place.ts';

/** How often it is killed before it begins again with nothing: what lies there makes every start longer. */
const killsInRound = 50;
const controlKills = 5;
/** In milliseconds: a server that gives no receipts at all is killed too. */
const longestLoad = 5_000;

/** The server under load is killed, without a moment to tidy up, at any moment of its life: also while it starts. */
export const killPart: FaultPart = {
  name: 'kill',
  async *run(options) {
    const kills = options.isWhole ? { SQLite: 1_000, PostgreSQL: 200 } : { SQLite: 8, PostgreSQL: 3 };
    yield await killed('SQLite', kills.SQLite, options);
    yield await killed('PostgreSQL', kills.PostgreSQL, options);
    yield await control(options);
  },
};

function killed(engine: EngineName, times: number, options: FaultOptions): Promise<Row> {
  const { row, add } = startRow(`SIGKILL at random under load, ${engine}`, options);
  return withEngine(engine, async (postgres) => {
    // Each round has a seed of its own, told with what it finds: a run that begins with that one begins with this round.
    for (let round = 0; row.injected < times; round += 1) {
      const seed = options.seed + round;
      const upTo = Math.min(killsInRound, times - row.injected);
      const place = await openPlace({ postgres });
      try {
        add(upTo, await killRound(place, seed, upTo), `--only kill --seed ${seed}`);
      } finally {
        await place.remove();
      }
      options.say(
        `${row.fault}: ${row.injected} of ${times}, ${row.sent} sent, ${row.lost} lost, ${row.doubled} doubled`,
      );
    }
    return row;
  });
}

/** The same with a server that answers before it commits. It must lose something, or a loss would not be seen. */
async function control(options: FaultOptions): Promise<Row> {
  const { row, add } = startRow('the same, a control that answers before it commits', options, true);
  const program = ['--import', './tests/faults/server/answer-early.ts', 'src/server/main.ts'];
  const place = await openPlace({ program });
  try {
    add(controlKills, await killRound(place, options.seed, controlKills), '');
  } finally {
    await place.remove();
  }
  return row;
}

async function killRound(place: Place, seed: number, times: number): Promise<Judged> {
  const { heard, store } = place;
  const chance = chanceOf(`kill ${seed}`);
  const phones = await startPhones(heard.url, `${seed}`);
  const { receipts } = phones.ledger;
  const missed: string[] = [];
  let looked = 0;
  for (let kill = 0; kill < times; kill += 1) {
    await killAtRandom(place, receipts, chance);
    await startAgain(heard);
    // Everything that was acknowledged since the last time; all of it is looked at once more at the end.
    const newest = new Set([...receipts.keys()].slice(looked));
    looked = receipts.size;
    missed.push(...(await lookForLoss(store, phones.ledger, newest, idsOf(newest))).faults);
  }
  const all = await judge(phones, place);
  // What is lost stays lost and is counted at the end. What was away in between and came back is no better.
  const isBack = all.faults.length === 0 && missed.length > 0;
  return isBack ? { ...all, lost: missed.length, faults: missed } : all;
}

/**
 * Mostly while it works, after so many more receipts and a moment: in the middle of whatever it does then, however fast
 * the machine is. Now and then before it is ready, too, when it tidies up what the last kill left.
 */
async function killAtRandom({ heard }: Place, receipts: ReadonlyMap<Item, unknown>, chance: Chance): Promise<void> {
  const upTo = receipts.size + chance.below(40);
  const last = Date.now() + longestLoad;
  while (receipts.size < upTo && Date.now() < last) await pause(1);
  await pause(chance.below(20));
  await heard.kill();
  if (chance.below(8) > 0) return;
  const starting = heard.start().catch(() => undefined);
  await pause(chance.below(800));
  await heard.kill();
  await starting;
}

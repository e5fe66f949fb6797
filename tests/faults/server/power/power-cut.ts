import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Chance, chanceOf } from '../../../../src/server/demo/chance.ts';
import { openSqlite } from '../../../../src/server/store/open-sqlite.ts';
import type { FaultOptions, FaultPart, Row } from '../../table.ts';
import type { Item } from '../items.ts';
import { startRow } from '../judge.ts';
import type { Ledger } from '../ledger.ts';
import { lookForLoss } from '../look.ts';
import { startPhones } from '../phones.ts';
import { startServer } from '../place.ts';
import { newDisk, type Rest } from './after-the-cut.ts';
import type { Bytes } from './files.ts';
import { type Afterwards, startAfterwards } from './start-afterwards.ts';
import { decode } from './trace.ts';

/**
 * The power goes at any moment: what was synchronised is on the disk, and of the rest nothing, or anything. The server
 * runs once, on a disk that writes down what it is asked; then each moment of that is looked at.
 */
export const powerPart: FaultPart = {
  name: 'power',
  async *run(options) {
    const much = options.isWhole
      ? { receipts: 1_500, cuts: 400, startsAtEvery: 10 }
      : { receipts: 150, cuts: 25, startsAtEvery: 3 };
    yield* await powerCuts('the power is cut, full synchronisation', much, options);
    yield* await powerCuts('the same, a control with less (NORMAL)', much, options, 'NORMAL');
    yield* await powerCuts('the same, a control without any (OFF)', much, options, 'OFF');
  },
};

/** Cuts, between lines that say how far it is. */
const saidAtEvery = 100;

interface Much {
  receipts: number;
  /** Each with nothing of what was not synchronised, and with some of it. */
  cuts: number;
  /** At every so many moments the server is started on what is left. */
  startsAtEvery: number;
}

interface Recording {
  folder: string;
  /** What the server keeps beside its database: secrets, each on the disk since it was made. */
  data: string;
  ledger: Ledger;
  trace: Buffer;
  /** How long the trace was when its sender had the receipt: all of it was asked of the disk before. */
  knownAt: Map<Item, number>;
  /** The same when the server was ready. */
  readyAt: number;
}

async function powerCuts(fault: string, much: Much, options: FaultOptions, synchronous?: string): Promise<Row[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heard-faults-power-'));
  try {
    const recording = await record(folder, `${options.seed}`, much.receipts, synchronous);
    const chance = chanceOf(`power ${options.seed}`);
    const replay = `--only power --seed ${options.seed}`;
    const sent = recording.ledger.sent.size;
    const looked = startRow(fault, options, synchronous !== undefined);
    const started = startRow(`${fault}, and the server started on what is left`, options);
    for await (const { looks, starts } of cutAll(recording, chance, much, synchronous === undefined)) {
      looked.add(1, { ...looks, sent: 0 }, replay);
      if (starts) started.add(1, { ...starts, sent: 0 }, replay);
      const { injected, lost, doubled } = looked.row;
      if (injected % saidAtEvery === 0) options.say(`${fault}: ${injected}, ${lost} lost, ${doubled} doubled`);
    }
    const rows = [looked.row, ...(synchronous ? [] : [started.row])];
    return rows.map((row) => ({ ...row, sent }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function record(folder: string, seed: string, receipts: number, synchronous = ''): Promise<Recording> {
  const [trace, data] = ['trace', 'data'].map((name) => path.join(folder, name)) as [string, string];
  const program = ['--import', './tests/faults/server/power/traced-disk.ts', 'src/server/main.ts'];
  const heard = await startServer({ FAULTS_TRACE: trace, FAULTS_SYNCHRONOUS: synchronous }, program);
  try {
    const readyAt = statSync(trace).size;
    const knownAt = new Map<Item, number>();
    const phones = await startPhones(heard.url, seed, (item) => {
      if (!knownAt.has(item)) knownAt.set(item, statSync(trace).size);
    });
    while (knownAt.size < receipts && !heard.hasEnded()) await pause(10);
    await phones.finish();
    await heard.kill();
    cpSync(path.dirname(heard.databaseFile), data, { recursive: true });
    return { folder, data, ledger: phones.ledger, trace: readFileSync(trace), knownAt, readyAt };
  } finally {
    await heard.remove();
  }
}

interface Found {
  looks: Afterwards;
  /** Where the server was started as well. */
  starts?: Afterwards;
}

/** @param isStarted of a control nobody expects that it can go on */
async function* cutAll(
  recording: Recording,
  chance: Chance,
  { cuts, startsAtEvery }: Much,
  isStarted: boolean,
): AsyncGenerator<Found> {
  const { trace, knownAt } = recording;
  const moments = drawMoments(recording, chance, cuts);
  const disk = newDisk();
  for (const { operation, end } of decode(trace)) {
    for (; moments[0] !== undefined && moments[0] < end; moments.shift()) {
      const moment = moments[0];
      const isSample = isStarted && moments.length % startsAtEvery === 0;
      const acknowledged = new Set([...knownAt].filter(([, at]) => at <= moment).map(([item]) => item));
      for (const rest of ['nothing', 'some'] as const satisfies Rest[]) {
        const cut: Cut = { what: `cut at ${moment}, ${rest} of the rest`, left: disk.cut(rest, chance), acknowledged };
        // Looking tidies up: the server finds the disk as it was left.
        const looks = await lookAfterwards(cut, recording, chance, lookInto);
        yield isSample ? { looks, starts: await lookAfterwards(cut, recording, chance, startAfterwards) } : { looks };
      }
    }
    disk.take(operation);
  }
}

interface Cut {
  what: string;
  left: Map<string, Bytes>;
  acknowledged: ReadonlySet<Item>;
}

/** Half of them in the moment of a receipt, when the least is sure that must be; half of them anywhere. In order. */
function drawMoments({ knownAt, readyAt, trace }: Recording, chance: Chance, cuts: number): number[] {
  const end = trace.length;
  const receipts = [...knownAt.values()];
  const anywhere = () => readyAt + chance.below(end - readyAt);
  return Array.from({ length: cuts }, (_, number) => (number % 2 === 0 ? chance.pick(receipts) : anywhere()))
    .map((moment) => Math.min(moment, end - 1))
    .sort((a, b) => a - b);
}

/** Puts what is left where a server keeps its data, looks at the database there, and takes it away again. */
async function lookAfterwards(
  { what, left, acknowledged }: Cut,
  { folder, data, ledger }: Recording,
  chance: Chance,
  look: typeof startAfterwards,
): Promise<Afterwards> {
  const place = mkdtempSync(path.join(folder, 'after-'));
  cpSync(data, place, { recursive: true });
  for (const [name, bytes] of left) writeFileSync(path.join(place, name), bytes.read(0, bytes.size));
  const say = (each: string) => `${what}: ${each}`;
  try {
    const found = await look(place, ledger, acknowledged, chance);
    return { ...found, faults: found.faults.map(say), wrong: found.wrong.map(say) };
  } catch (error) {
    const fault = say(error instanceof Error ? error.message : 'unknown');
    return { lost: Math.max(1, acknowledged.size), doubled: 0, faults: [fault], wrong: [] };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function lookInto(data: string, ledger: Ledger, acknowledged: ReadonlySet<Item>): Promise<Afterwards> {
  const store = openSqlite(path.join(data, 'heard.sqlite'));
  try {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.db);
    if (rows[0]?.integrity_check !== 'ok') throw new Error('The database is damaged.');
    return { ...(await lookForLoss(store, ledger, acknowledged)), wrong: [] };
  } finally {
    await store.close();
  }
}

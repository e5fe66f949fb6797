import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Chance, chanceOf } from '../../../src/server/demo/chance.ts';
import { type Postgres, startPostgres } from '../../../tooling/postgres.mjs';
import type { FaultOptions, FaultPart } from '../table.ts';
import { restartWithHalfSent } from './half-sent.ts';
import { judge, startRow } from './judge.ts';
import { type Ledger, timesBusy } from './ledger.ts';
import { type Phones, startPhones } from './phones.ts';
import { openPlace, type Place, startAgain } from './place.ts';

/** What is under the server goes away for a while, or the server itself is asked to go, while phones send. */
export const outagePart: FaultPart = {
  name: 'outages',
  async *run(options) {
    const { isWhole } = options;
    const onSqlite: Outage[] = [
      { fault: 'SIGTERM and started again, SQLite', times: 50, inject: restart },
      { fault: 'SIGTERM while bodies are half sent, SQLite', times: 20, inject: halfSent },
      { fault: 'another process locks SQLite', times: 20, inject: lockSqlite },
    ];
    const onPostgres: Outage[] = [
      { fault: 'PostgreSQL restarted', times: 20, inject: restartPostgres },
      { fault: 'PostgreSQL killed with SIGKILL', times: 20, inject: killPostgres },
    ];
    // Each takes longer than a test run has room for.
    const slowOnes: Outage[] = [
      { fault: 'SIGTERM and started again, PostgreSQL', times: 20, inject: restart },
      { fault: 'SIGTERM while bodies are half sent, PostgreSQL', times: 20, inject: halfSent },
      { fault: 'a long lock in PostgreSQL', times: 4, inject: lockPostgres },
    ];
    for (const outage of onSqlite) yield await under(outage, undefined, options);
    const postgres = await startPostgres();
    try {
      for (const outage of [...(isWhole ? slowOnes : []), ...onPostgres]) yield await under(outage, postgres, options);
    } finally {
      await postgres.remove();
    }
  },
};

interface Outage {
  fault: string;
  /** In the whole run. */
  times: number;
  inject: (scene: Scene) => Promise<void>;
}

interface Scene {
  place: Place;
  phones: Phones;
  chance: Chance;
  postgres: Postgres | undefined;
}

async function under({ fault, times, inject }: Outage, postgres: Postgres | undefined, options: FaultOptions) {
  const { row, add } = startRow(fault, options);
  const often = options.isWhole ? times : 1;
  const place = await openPlace({ postgres });
  try {
    const chance = chanceOf(`${fault} ${options.seed}`);
    const phones = await startPhones(place.heard.url, `${options.seed}`);
    for (let injected = 0; injected < often; injected += 1) {
      await moreReceipts(phones, chance.below(40));
      await inject({ place, phones, chance, postgres });
      // It goes on by itself: nobody looks after it.
      await moreReceipts(phones, 1);
    }
    add(often, await judge(phones, place), `--only outages --seed ${options.seed}`);
  } finally {
    await place.remove();
  }
  return row;
}

async function restart({ place }: Scene): Promise<void> {
  await place.heard.stop();
  await startAgain(place.heard);
}

function halfSent({ place, phones, chance }: Scene): Promise<void> {
  return restartWithHalfSent(place, phones, chance);
}

async function lockSqlite({ place, phones, chance }: Scene): Promise<void> {
  const other = new DatabaseSync(place.heard.databaseFile, { timeout: 5_000 });
  other.exec(chance.pick(['begin immediate', 'begin exclusive']));
  await moreBusy(phones, 1 + chance.below(20));
  other.exec('rollback');
  other.close();
}

async function lockPostgres({ place, phones }: Scene): Promise<void> {
  const other = new pg.Client(place.databaseUrl);
  await other.connect();
  await other.query('begin');
  await other.query('lock table cases in access exclusive mode');
  // Longer than the server waits for an answer.
  await moreBusy(phones, 1);
  await other.query('rollback');
  await other.end();
}

async function restartPostgres({ postgres, phones, chance }: Scene): Promise<void> {
  await postgres?.stop();
  await moreBusy(phones, 1 + chance.below(20));
  await postgres?.start();
}

async function killPostgres({ postgres, phones, chance }: Scene): Promise<void> {
  await postgres?.kill();
  await moreBusy(phones, 1 + chance.below(20));
  await postgres?.start();
}

/** Far longer than any of it takes on a machine that has much else to do, in milliseconds. */
const patience = 120_000;

export function moreReceipts({ ledger }: Phones, count: number): Promise<void> {
  const upTo = ledger.receipts.size + count;
  return until(() => ledger.receipts.size >= upTo, 'No receipt came any more', ledger);
}

/** Somebody was told to come again: the fault is felt. */
export function moreBusy({ ledger }: Phones, count: number): Promise<void> {
  const upTo = timesBusy(ledger) + count;
  return until(() => timesBusy(ledger) >= upTo, 'Nobody was told to come again', ledger);
}

async function until(isSo: () => boolean, otherwise: string, { answers }: Ledger): Promise<void> {
  const last = Date.now() + patience;
  while (!isSo()) {
    if (Date.now() > last)
      throw new Error(`${otherwise}; so far: ${[...answers].map((each) => each.join(' ')).join(', ')}`);
    await pause(2);
  }
}

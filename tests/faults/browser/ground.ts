import { DatabaseSync } from 'node:sqlite';
import { type Chance, chanceOf } from '../../../src/server/demo/chance.ts';
import { browserLaunch } from '../../../tooling/browser.mjs';
import { type FaultProxy, startFaultProxy } from '../../fault-proxy.ts';
import type { HeardServer } from '../../heard-server.ts';
import { createPhone, type Phone } from '../../journeys/phone.ts';
import { startServer } from '../server/place.ts';
import { endedEarly, type FaultOptions, type Row } from '../table.ts';
import { createLedger, type Ledger } from './ledger.ts';

/** Where faults are injected: the built server, what stands between it and the phone, and a book of what was sent. */
export interface Ground extends FaultOptions {
  heard: HeardServer;
  proxy: FaultProxy;
  ledger: Ledger;
  chance: Chance;
  /** A phone that has never been here, not open yet; taken away when this returns. */
  withPhone: <Result>(work: (phone: Phone) => Promise<Result>, flags?: readonly string[]) => Promise<Result>;
}

/** Some faults: injects each as often as it should, and writes down in the ledger what was sent meanwhile. */
export type Inject = (ground: Ground) => Promise<void>;

/** The rows of what was injected. Where that breaks, also of what came before: it is worth more than where it stopped. */
export async function withGround(options: FaultOptions, name: string, work: Inject): Promise<Row[]> {
  // The limits for one address are others' to test: from here everything comes from one.
  const heard = await startServer();
  const proxy = await startFaultProxy(heard.url);
  const store = new DatabaseSync(heard.databaseFile, { readOnly: true });
  const counting = store.prepare(`select count(*) as times from submissions where content ->> '$.words' = ?`);
  const ledger = createLedger((words) => Number(counting.get(words)?.times));
  // Each by its own name, so that one alone draws what it draws among the others.
  const chance = chanceOf(`${options.seed} ${name}`);
  try {
    await work({ ...options, heard, proxy, ledger, chance, withPhone });
    return ledger.rows();
  } catch (error) {
    options.say(error instanceof Error ? `${error.stack}` : String(error));
    return [...ledger.rows(), endedEarly(name, error)];
  } finally {
    await proxy.close();
    await heard.remove();
  }
}

async function withPhone<Result>(
  work: (phone: Phone) => Promise<Result>,
  flags: readonly string[] = [],
): Promise<Result> {
  const phone = createPhone(browserLaunch(flags));
  try {
    await phone.open();
    return await work(phone);
  } finally {
    await phone.remove();
  }
}

/** So many rounds: in the whole, or in what every test run has room for. */
export function times({ isWhole }: Pick<Ground, 'isWhole'>, whole: number, part: number): number[] {
  return [...Array(isWhole ? whole : part).keys()];
}

/** All of them in the whole, and so many by chance otherwise. */
export function someOf<Item>({ isWhole, chance }: Ground, all: readonly Item[], part: number): readonly Item[] {
  return isWhole ? all : chance.shuffled(all).slice(0, part);
}

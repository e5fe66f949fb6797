import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import type { AuditVerb } from '../../domain/audit.ts';
import { anchorFile, beginChain, keepAnchor } from '../audit/anchor.ts';
import { type Details, isSealed } from '../audit/chain.ts';
import { recordOperator } from '../audit/operator.ts';
import type { Config } from '../config.ts';
import { findAuditHead } from '../store/audit.ts';
import type { Connection, Store } from '../store/database.ts';
import { isUnavailable } from '../store/failures.ts';
import { findSecret } from '../store/kept-secret.ts';

/** A running server holds the embedded database for milliseconds at a time. */
const tries = 20;
const betweenTries = 250;

export interface Command {
  verb: AuditVerb;
  /** What the command changes, and what is to be recorded of it. */
  work?: (trx: Connection) => Promise<Details>;
}

/** Why a command cannot be recorded. */
export class NotRecorded extends Error {}

/**
 * Carries out what a command does to the database and records it, in one transaction, beside a server that runs. A
 * record that was not kept under this key is not gone on with. Throws `NotRecorded`, or what `work` throws.
 */
export async function recordCommand(config: Config, store: Store, { verb, work }: Command): Promise<void> {
  const key = config.auditKey ?? findSecret(config.dataFolder, 'audit-key');
  if (!key) throw new NotRecorded('there is no audit key here (HEARD_AUDIT_KEY, or HEARD_DATA)');
  // A chain without an entry may not be sealed yet: no server has started on it.
  await untilFree(() => beginChain(store.db, key));
  const head = await untilFree(() =>
    store.db.transaction().execute(async (trx) => {
      const before = await findAuditHead(trx);
      if (!before || !isSealed(key, before)) throw new NotRecorded('the record was not kept under this audit key');
      return recordOperator(trx, key, { at: new Date().toISOString(), verb, details: (await work?.(trx)) ?? {} });
    }),
  );
  const log = pino({ level: 'silent' });
  const anchor = keepAnchor({ file: anchorFile(config.dataFolder), db: store.db, key, log });
  anchor.note(head);
  await anchor.stop();
}

/** What a command does to nothing but files is done also where it cannot be recorded, and that is said. */
export async function recordIfPossible(config: Config, store: Store, command: Command): Promise<void> {
  try {
    await recordCommand(config, store, command);
  } catch (error) {
    const why = error instanceof NotRecorded ? error.message : 'the database takes nothing just now';
    console.error(`This could not be recorded: ${why}.`);
  }
}

async function untilFree<Done>(work: () => Promise<Done>): Promise<Done> {
  for (let left = tries; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (!isUnavailable(error) || left <= 1) throw error;
      await wait(betweenTries);
    }
  }
}

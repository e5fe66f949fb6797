import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import * as z from 'zod';
import { type AuditHead, findAuditEntry, sealEmptyAuditHead } from '../store/audit.ts';
import type { Db } from '../store/database.ts';
import { codeOf } from '../web/error-code.ts';
import { isSealed, macOf } from './chain.ts';

/**
 * The end of the chain is written beside the database too, sealed with the audit key: a database from which the last
 * entries were cut, or which was rewritten whole, no longer fits it.
 */
const Anchor = z.object({ seq: z.number().int().nonnegative(), hash: z.string(), mac: z.string() });

export function anchorFile(dataFolder: string): string {
  return path.join(dataFolder, 'audit-head.json');
}

/** The anchor in this file; undefined when there is none; `broken` when it is not one of ours. */
export function readAnchor(file: string, key: string): AuditHead | 'broken' | undefined {
  try {
    const read = Anchor.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success && isSealed(key, read.data) ? read.data : 'broken';
  } catch (error) {
    if (error instanceof SyntaxError) return 'broken';
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function writeAnchor(file: string, { seq, hash, mac }: AuditHead): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify({ seq, hash, mac })}\n`, { mode: 0o600, flush: true });
  await rename(draft, file);
}

/** Seals a chain that has no entry yet, so that from now on a head without a seal is a forged one. */
export function beginChain(db: Db, key: string): Promise<void> {
  return sealEmptyAuditHead(db, macOf(key, { seq: 0, hash: '' }));
}

export interface AnchorKeeper {
  /** The chain ends here now; written within `every` milliseconds. */
  note: (head: AuditHead) => void;
  /** Writes what is not written yet. */
  stop: () => Promise<void>;
}

interface Needs {
  file: string;
  db: Db;
  key: string;
  log: Pick<Logger, 'error' | 'warn'>;
  every?: number;
}

/**
 * Keeps the anchor up with the chain. One that the chain no longer fits is evidence: it is left as it is, and said in
 * the log, each time.
 */
export function keepAnchor({ file, db, key, log, every = 1_000 }: Needs): AnchorKeeper {
  let newest: AuditHead | undefined;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const write = async () => {
    const head = newest;
    newest = undefined;
    if (!head) return;
    try {
      const old = readAnchor(file, key);
      if (old && !(await stillFits(old))) return log.error({ entry: head.seq }, chainWasChanged);
      // Another process may have been here with a later one.
      if (!old || old === 'broken' || old.seq < head.seq) await writeAnchor(file, head);
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'the end of the record of what staff did could not be noted');
    }
  };
  const stillFits = async (old: AuditHead | 'broken') =>
    old !== 'broken' && (old.seq === 0 || (await findAuditEntry(db, old.seq))?.hash === old.hash);
  const run = () => {
    running = write().finally(() => {
      running = undefined;
      timer = setTimeout(() => {
        timer = undefined;
        if (newest) run();
      }, every).unref();
    });
  };

  return {
    note: (head) => {
      if (newest && newest.seq >= head.seq) return;
      newest = head;
      if (!running && !timer) run();
    },
    stop: async () => {
      await running;
      clearTimeout(timer);
      await write();
    },
  };
}

const chainWasChanged = 'THE RECORD OF WHAT STAFF DID NO LONGER FITS WHAT WAS NOTED OF IT. Run "npm run audit:verify".';

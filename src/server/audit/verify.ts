import {
  type AuditHead,
  type AuditTable,
  findAuditEntry,
  findAuditHead,
  findFirstAuditSeq,
  listAuditEntries,
} from '../store/audit.ts';
import type { Connection } from '../store/database.ts';
import { hashOf, isSealed } from './chain.ts';

/** A last entry that was noted somewhere else than in the database. */
export type NotedHead = Pick<AuditHead, 'seq' | 'hash'>;

export type Finding =
  /** This entry is not as it was written. */
  | { fault: 'changed'; seq: number }
  /** This entry is missing, though later ones are there. */
  | { fault: 'gap'; seq: number }
  /** This entry does not follow the one before it. */
  | { fault: 'order'; seq: number }
  /** Entries after this one are missing. */
  | { fault: 'cut'; seq: number }
  /** There are entries after this one, which the head does not know. */
  | { fault: 'added'; seq: number }
  /** The head was not sealed with this key, or is gone. */
  | { fault: 'head'; seq: number }
  /** The chain is another one than that whose end was noted. */
  | { fault: 'replaced'; seq: number };

export type Verdict = { head: NotedHead } | Finding;

const together = 500;

/**
 * Walks the whole chain, a part at a time. For one answer of one moment it needs one transaction that sees the
 * database as it was when it began.
 *
 * @param noted the ends of the chain as they were written down outside the database
 */
export async function verifyChain(db: Connection, key: string, noted: readonly NotedHead[]): Promise<Verdict> {
  const head = await findAuditHead(db);
  if (!head || !isSealed(key, head)) return { fault: 'head', seq: head?.seq ?? 0 };
  const walked = await walk(pagesOf(db));
  if ('fault' in walked) return walked;
  const last = walked.head;
  return (await beforeTheFirst(db)) ?? endOf(last, head) ?? (await againstNoted(db, last, noted)) ?? walked;
}

/** The same for entries that were exported, a part at a time: whether they hang together and have the noted ends. */
export async function verifyEntries(
  parts: AsyncIterable<readonly AuditTable[]>,
  noted: readonly NotedHead[],
): Promise<Verdict> {
  const hashes = new Map<number, string>();
  const asked = new Set(noted.map(({ seq }) => seq));
  const verdict = await walk(parts, ({ seq, hash }) => asked.has(seq) && hashes.set(seq, hash));
  if ('fault' in verdict) return verdict;
  for (const { seq, hash } of noted) {
    if (seq > verdict.head.seq) return { fault: 'cut', seq: verdict.head.seq };
    if (seq > 0 && hashes.get(seq) !== hash) return { fault: 'replaced', seq };
  }
  return verdict;
}

async function walk(
  parts: AsyncIterable<readonly AuditTable[]>,
  onEntry?: (entry: AuditTable) => void,
): Promise<Verdict> {
  let last: NotedHead = { seq: 0, hash: '' };
  for await (const entries of parts) {
    for (const entry of entries) {
      const fault = faultOf(entry, last);
      if (fault) return fault;
      onEntry?.(entry);
      last = { seq: entry.seq, hash: entry.hash };
    }
  }
  return { head: last };
}

async function* pagesOf(db: Connection): AsyncGenerator<AuditTable[]> {
  let last = 0;
  for (;;) {
    const entries = await listAuditEntries(db, last, together);
    yield entries;
    last = entries.at(-1)?.seq ?? last;
    if (entries.length < together) return;
  }
}

function faultOf(entry: AuditTable, last: NotedHead): Finding | undefined {
  if (entry.seq !== last.seq + 1) return { fault: 'gap', seq: last.seq + 1 };
  if (hashOf(entry) !== entry.hash) return { fault: 'changed', seq: entry.seq };
  if (entry.previous !== last.hash) return { fault: 'order', seq: entry.seq };
  return undefined;
}

// The walk begins at 1: what was put before it has no place in the chain.
async function beforeTheFirst(db: Connection): Promise<Finding | undefined> {
  const first = await findFirstAuditSeq(db);
  return first !== undefined && first < 1 ? { fault: 'added', seq: first } : undefined;
}

function endOf(last: NotedHead, head: AuditHead): Finding | undefined {
  if (last.seq < head.seq) return { fault: 'cut', seq: last.seq };
  if (last.seq > head.seq) return { fault: 'added', seq: head.seq };
  return last.hash === head.hash ? undefined : { fault: 'replaced', seq: head.seq };
}

async function againstNoted(
  db: Connection,
  last: NotedHead,
  noted: readonly NotedHead[],
): Promise<Finding | undefined> {
  for (const { seq, hash } of noted) {
    if (seq > last.seq) return { fault: 'cut', seq: last.seq };
    if (seq > 0 && (await findAuditEntry(db, seq))?.hash !== hash) return { fault: 'replaced', seq };
  }
  return undefined;
}

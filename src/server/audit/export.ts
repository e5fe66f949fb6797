import type { AuditEntry } from '../../domain/audit.ts';
import { listAuditEntries } from '../store/audit.ts';
import type { Connection } from '../store/database.ts';

const together = 500;

/**
 * The whole record as lines of JSON, as they are read: it does not fit into memory for ever.
 *
 * @param upTo the number of the last entry
 */
export function exportLines(db: Connection, upTo: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let last = 0;
  return new ReadableStream({
    async pull(controller) {
      const entries = await listAuditEntries(db, last, Math.min(together, upTo - last));
      for (const entry of entries) controller.enqueue(encoder.encode(`${lineOf(entry)}\n`));
      last = entries.at(-1)?.seq ?? upTo;
      if (last >= upTo) controller.close();
    },
  });
}

function lineOf({ seq, at, staffId, staffName, verb, caseId, details, previous, hash }: AuditEntry): string {
  return JSON.stringify({ seq, at, staffId, staffName, verb, caseId, details, previous, hash });
}

import { createHash } from 'node:crypto';
import { type Instant, londonDate } from '../../domain/dates.ts';
import { Indexed, type IndexMaterial, indexEdition, indexRow, indexTerms, keepingOf } from '../../domain/index-row.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { keepEntries, listOutdated, listUnindexed } from './case-index.ts';
import { listReadsOf, markRead } from './case-reads.ts';
import { findCases } from './cases.ts';
import type { Connection, Db } from './database.ts';
import { appendEvents, listEventsOf } from './events.ts';
import { listSubmissionsOf } from './submissions.ts';

/** Keeping the list of cases as the events and what was said make it. */

/**
 * Works the rows of these cases out and puts them in. To be called in the transaction that adds an event, with all
 * that stands in it then.
 */
export function keepIndex(
  db: Connection,
  procedure: Procedure,
  materials: readonly IndexMaterial[],
  at: Instant,
): Promise<void> {
  const today = londonDate(at);
  const entries = materials.map((each) => ({
    row: indexRow(each, procedure, today),
    said: { terms: indexTerms(each.versions), keeping: keepingOf(each) },
  }));
  return keepEntries(db, entries, madeByOf(procedure));
}

/** The same where nothing more was said or done, so that the words by which it is found stay, and from whom it is kept. */
async function keepRows(db: Connection, procedure: Procedure, ids: string[], at: Instant): Promise<void> {
  const today = londonDate(at);
  const entries = (await readIndexMaterials(db, ids)).map((each) => ({ row: indexRow(each, procedure, today) }));
  await keepEntries(db, entries, madeByOf(procedure));
}

/** Adds events to one case or several, and to the list what they make of it. Throws a unique violation like `appendEvents`. */
export async function recordEvents(
  db: Connection,
  procedure: Procedure,
  rows: Parameters<typeof appendEvents>[1],
  at: Instant,
): Promise<void> {
  await appendEvents(db, rows);
  await reindex(db, procedure, [...new Set(rows.map(({ caseId }) => caseId))], at);
}

/** Works out the rows of cases of which nothing is at hand: they are read first. */
export async function reindex(db: Connection, procedure: Procedure, ids: string[], at: Instant): Promise<void> {
  if (ids.length > 0) await keepIndex(db, procedure, await readIndexMaterials(db, ids), at);
}

/** Somebody of the staff has seen all that there is of a case up to an event. */
export async function keepRead(
  db: Db,
  procedure: Procedure,
  { caseId, upTo, at }: { caseId: string; upTo: number; at: Instant },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await markRead(trx, { caseId, upTo });
    await keepRows(trx, procedure, [caseId], at);
  });
}

/** How many rows are worked out before other requests have their turn. */
const together = 100;

/**
 * Works out again what the days alone have changed: dates that count from today, and what the person could do until
 * yesterday. Asked before every list, so that nothing must run at midnight; on all but the first of a day there is
 * nothing to do.
 */
export async function bringUpToDate(db: Db, procedure: Procedure, at: Instant): Promise<void> {
  const today = londonDate(at);
  for (;;) {
    const ids = await listOutdated(db, today, together);
    if (ids.length === 0) return;
    await db.transaction().execute((trx) => keepRows(trx, procedure, ids, at));
    await new Promise(setImmediate);
  }
}

/**
 * Puts in every row that is missing, that was made by other rules than today's, or that lacks an event: those of a
 * store from before there was an index, after a new edition, after a restore. Gives how many there were.
 */
export async function rebuildIndex(db: Db, procedure: Procedure, at: Instant): Promise<number> {
  let [made, after] = [0, ''];
  for (;;) {
    const ids = await listUnindexed(db, madeByOf(procedure), after, together);
    const last = ids.at(-1);
    if (!last) return made;
    await db.transaction().execute((trx) => reindex(trx, procedure, ids, at));
    made += ids.length;
    after = last;
  }
}

/** What the row of each of these cases is worked out from, in the order of their ids. */
export async function readIndexMaterials(db: Connection, ids: string[]): Promise<IndexMaterial[]> {
  const cases = await findCases(db, ids);
  const events = await listEventsOf(db, ids);
  const said = Map.groupBy(await listSubmissionsOf(db, ids), ({ caseId }) => caseId);
  const reads = await listReadsOf(db, ids);
  return [...cases.values()]
    .map(({ id, reference }) => ({
      id,
      reference,
      events: events.get(id) ?? [],
      versions: (said.get(id) ?? []).map(({ content, receivedAt }) => ({
        ...Indexed.parse(JSON.parse(content)),
        receivedAt,
      })),
      readUpTo: reads.get(id) ?? 0,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const digests = new WeakMap<Procedure, string>();

// A closure day that is added moves dates: rows that were worked out without it are worked out again.
function madeByOf(procedure: Procedure): string {
  const known = digests.get(procedure);
  if (known) return known;
  const digest = createHash('sha256')
    .update(`${indexEdition} ${JSON.stringify(procedure)}`)
    .digest('base64url');
  digests.set(procedure, digest);
  return digest;
}

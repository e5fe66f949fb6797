import type { CaseEvent } from '../../../src/domain/case-events.ts';
import { Submission } from '../../../src/domain/submission.ts';
import type { Connection, Store } from '../../../src/server/store/database.ts';
import { listEventsOf } from '../../../src/server/store/events.ts';
import { inOneView } from '../../../src/server/store/one-view.ts';
import type { SubmissionsTable } from '../../../src/server/store/submissions.ts';
import { contentDigestOf, type Item } from './items.ts';
import type { Ledger } from './ledger.ts';

export interface Found {
  lost: number;
  doubled: number;
  /** In words, without a word that was sent. */
  faults: string[];
}

/** Far below what either engine takes in one statement. */
const together = 1_000;

/**
 * Compares the store with what the senders know: everything with a receipt is there once, with the content that was
 * sent, and nothing is half done. What has no receipt may be there or not.
 *
 * @param acknowledged of which the sender had the receipt: all that have one by now, unless it is said
 * @param ids which cases to look at: all of which something was sent, unless it is said
 */
export async function lookForLoss(
  store: Store,
  ledger: Ledger,
  acknowledged: ReadonlySet<Item> = new Set(ledger.receipts.keys()),
  ids: string[] = idsOf(ledger.sent),
): Promise<Found> {
  const found: Found = { lost: 0, doubled: 0, faults: [] };
  for (let first = 0; first < ids.length; first += together) {
    const some = ids.slice(first, first + together);
    const kept = await inOneView(store, (db) => readKept(db, some));
    // Read before what was sent is asked for: while phones go on, the store may know of what was sent just now.
    const sentOf = Map.groupBy(ledger.sent, ({ id }) => id);
    for (const id of some) lookAt(id, { sent: sentOf.get(id) ?? [], acknowledged }, kept, found);
  }
  return found;
}

/** The cases that these are of. */
export function idsOf(items: Iterable<Item>): string[] {
  return [...new Set([...items].map(({ id }) => id))];
}

interface Kept {
  versions: Map<string, SubmissionsTable[]>;
  events: Map<string, CaseEvent[]>;
  /** How many events the row in the staff's list was worked out from. */
  revisions: Map<string, number>;
  /** The places, in the case, of what the safeguarding team is told of. */
  mails: Map<string, (number | null)[]>;
}

async function readKept(db: Connection, ids: string[]): Promise<Kept> {
  const versions = await db.selectFrom('submissions').selectAll().where('caseId', 'in', ids).execute();
  const rows = await db.selectFrom('caseIndex').select(['caseId', 'revision']).where('caseId', 'in', ids).execute();
  const mails = await db.selectFrom('mails').select(['caseId', 'seq']).where('caseId', 'in', ids).execute();
  return {
    versions: Map.groupBy(versions, ({ caseId }) => caseId),
    events: await listEventsOf(db, ids),
    revisions: new Map(rows.map(({ caseId, revision }) => [caseId, revision])),
    mails: new Map(
      [...Map.groupBy(mails, ({ caseId }) => caseId ?? '')].map(([id, of]) => [id, of.map(({ seq }) => seq)]),
    ),
  };
}

function lookAt(
  id: string,
  { sent, acknowledged }: { sent: Item[]; acknowledged: ReadonlySet<Item> },
  { versions, events, revisions, mails }: Kept,
  found: Found,
): void {
  const kept = versions.get(id) ?? [];
  const happened = events.get(id) ?? [];
  const times = (type: CaseEvent['type']) => happened.filter((event) => event.type === type).length;
  const lost = (what: string, count = 1) => {
    if (count > 0) found.faults.push(`case ${id}: ${what}`);
    found.lost += count;
  };
  const doubled = (what: string, more: number) => {
    if (more > 0) found.faults.push(`case ${id}: ${what}`);
    found.doubled += Math.max(0, more);
  };
  const has = (item: Item) => kept.some(({ contentDigest }) => contentDigest === item.contentDigest);
  const missing = sent.filter((item) => acknowledged.has(item) && !has(item)).length;
  lost(`${missing} with a receipt are not there`, missing);
  lost('what was kept is not what was sent', kept.filter((row) => !isAsSent(row, sent)).length);
  if (kept.length === 0 && happened.length === 0) return;
  const messages = sent.filter((item) => item.says === 'message' && has(item)).length;
  const raised = sent.filter((item) => item.isUnsafe && has(item)).length;
  const others = kept.length - messages;
  doubled('received more than once', times('received') - 1);
  doubled('a message counts more than once', times('message-received') - messages);
  doubled('a version counts more than once', times('further-version') - others);
  doubled('raised more than once', times('safety-raised') - raised);
  // Nothing half done: each thing has its event, the case its row in the staff's list, and what was raised its e-mail.
  lost('it was never received', Math.max(0, 1 - times('received')));
  lost('a message has no event', Math.max(0, messages - times('message-received')));
  // What opened the case has "received" for its event.
  lost('a version has no event', Math.max(0, others - 1 - times('further-version')));
  lost('what was raised has no event', Math.max(0, raised - times('safety-raised')));
  lost('it is not in the list', revisions.get(id) === happened.length ? 0 : 1);
  const told = happened.flatMap((event, index) => (event.type === 'safety-raised' ? [index + 1] : []));
  const waiting = mails.get(id) ?? [];
  lost('nobody is told that somebody is not safe', told.filter((seq) => !waiting.includes(seq)).length);
  doubled('somebody is told twice', waiting.length - told.length);
}

function isAsSent({ content, contentDigest }: SubmissionsTable, sent: Item[]): boolean {
  const isKnown = sent.some((item) => item.contentDigest === contentDigest);
  return isKnown && contentDigestOf(Submission.parse(JSON.parse(content))) === contentDigest;
}

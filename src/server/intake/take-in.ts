import { createHash } from 'node:crypto';
import type { CaseEvent, EventOf } from '../../domain/case-events.ts';
import { type Instant, type IsoDate, londonDate } from '../../domain/dates.ts';
import { editionsInForce, type Procedure } from '../../domain/procedure.ts';
import { RecordedBy } from '../../domain/recording.ts';
import { canonicalContent, type Raised, type Submission, saysMoreThanItsEvents } from '../../domain/submission.ts';
import { type CasesTable, findCases, insertNewCases } from '../store/cases.ts';
import type { Connection, Db } from '../store/database.ts';
import { findOpenDeviceKeys } from '../store/device-keys.ts';
import { appendEvents, listEventsOf } from '../store/events.ts';
import { isUnavailable, isUniqueViolation } from '../store/failures.ts';
import { groupCommit } from '../store/group-commit.ts';
import { queueSafetyMails } from '../store/mails.ts';
import { findLatestReceipts, insertNewSubmissions, type SubmissionsTable, versionKey } from '../store/submissions.ts';
import { isSameSecret } from '../web/same-secret.ts';
import { endHoldersAssignment } from './end-assignment.ts';
import { indexArrivals } from './index-arrivals.ts';
import { keepHelpers } from './keep-helpers.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { newReference } from './reference.ts';
import { tellOfWorse } from './tell-of-worse.ts';

export interface Arrival {
  id: string;
  followKeyHash: string;
  /** Who sends it has shown the key itself, and not only its hash, as a carrier does. */
  hasKey: boolean;
  submission: Submission;
  receivedAt: Instant;
  /** Staff recorded it: who, how it reached them, and the date on which it truly did. */
  recorded?: RecordedBy & { on: IsoDate };
  /** Whom a new case is given to at once: whoever recorded it and could not see it otherwise. */
  assignedTo?: EventOf<'assigned'>['to'];
  /** Writes the record of what staff did, as the last statement of the transaction. */
  record?: (trx: Connection) => Promise<void>;
}

export type Taken =
  | { outcome: 'created' | 'known' | 'further-version'; reference: string; firstEvents: CaseEvent[] }
  | { outcome: 'wrong-key' }
  | { outcome: 'busy' };

export type TakeIn = (arrival: Arrival) => Promise<Taken>;

const mostInOneCommit = 100;
// About a second's worth; even a store ten times slower takes them in before a phone, after 20 seconds, gives up.
const mostWaiting = 2_000;
const mostTries = 5;

/**
 * Takes submissions in, each once: what decides is the database's own uniqueness, not a look beforehand.
 *
 * @param onRaised called after the commit when somebody may not be safe: an e-mail about it is waiting in the store
 */
export function createTakeIn(db: Db, procedure: Procedure, onRaised = () => {}): TakeIn {
  const commitAndTell = async (arrivals: Arrival[]) => {
    const { answers, isRaised } = await commit(db, procedure, arrivals);
    if (isRaised) onRaised();
    return answers;
  };
  return groupCommit(commitAndTell, {
    most: mostInOneCommit,
    mostWaiting,
    whenFull: { outcome: 'busy' },
    meetsAll: isUnavailable,
  });
}

interface Committed {
  answers: Taken[];
  isRaised: boolean;
}

async function commit(db: Db, procedure: Procedure, arrivals: Arrival[]): Promise<Committed> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute((trx) => takeInTogether(trx, procedure, arrivals));
    } catch (error) {
      // Staff recorded something in the same case in the same moment: read again and take the next place.
      if (!isUniqueViolation(error) || tries === mostTries) throw error;
    }
  }
}

async function takeInTogether(db: Connection, procedure: Procedure, arrived: Arrival[]): Promise<Committed> {
  const { cases, created } = await insertOrFind(db, firstOfEachId(arrived));
  const known = [...cases.keys()].filter((id) => !created.has(id));
  // In this order: whoever takes something in between the two has the event's place, and this is tried again.
  const events = await eventsBefore(db, known);
  const arrivals = oneAfterAnother(arrived, await findLatestReceipts(db, known));
  const accepted = await withTheirKey(db, arrivals, cases);
  const versions = new Map(accepted.map((each) => [each, versionOf(each)]));
  const newVersions = accepted.length > 0 ? await insertNewSubmissions(db, unique(versions)) : new Set<string>();

  const added: { caseId: string; seq: number; event: CaseEvent }[] = [];
  const add = (caseId: string, event: CaseEvent) => {
    const list = events.get(caseId) ?? [];
    list.push(event);
    events.set(caseId, list);
    added.push({ caseId, seq: list.length, event });
  };

  const answers = arrivals.map((arrival): Taken => {
    const found = cases.get(arrival.id);
    const version = versions.get(arrival);
    if (!found || !version) return { outcome: 'wrong-key' };
    const isNewVersion = newVersions.delete(versionKey(version));
    const isCreated = created.delete(arrival.id);
    const outcome = isCreated ? 'created' : isNewVersion ? 'further-version' : 'known';
    for (const event of eventsOf(outcome, arrival, procedure)) add(arrival.id, event);
    return { outcome, reference: found.reference, firstEvents: (events.get(arrival.id) ?? []).slice(0, 1) };
  });
  const news = arrivals.filter((_, index) => isNews(answers[index]));
  for (const arrival of news) {
    for (const event of await endHoldersAssignment(db, arrival, events.get(arrival.id) ?? [])) add(arrival.id, event);
  }
  await appendEvents(db, added);
  await keepHelpers(db, news);
  await indexArrivals(db, procedure, news, { cases, events });
  const raised = added.flatMap(({ event, ...place }) =>
    event.type === 'safety-raised' ? [{ ...place, at: event.at }] : [],
  );
  await queueSafetyMails(db, raised);
  await tellOfWorse(db, added);
  for (const arrival of accepted) await arrival.record?.(db);
  return { answers, isRaised: raised.length > 0 };
}

// With the key that it was first sent with, or that of a device with which the person came back since.
async function withTheirKey(
  db: Connection,
  arrivals: Arrival[],
  cases: ReadonlyMap<string, CasesTable>,
): Promise<Arrival[]> {
  // A carrier gives the very hash that is kept, so it is as secret as a key.
  const isFirstKey = ({ id, followKeyHash }: Arrival) =>
    isSameSecret(followKeyHash, cases.get(id)?.followKeyHash ?? '');
  const others = arrivals.filter((each) => !isFirstKey(each)).map(({ followKeyHash }) => followKeyHash);
  const devices = await findOpenDeviceKeys(db, others);
  return arrivals.filter((each) => isFirstKey(each) || devices.get(each.followKeyHash) === each.id);
}

function isNews(answer: Taken | undefined): boolean {
  return answer?.outcome === 'created' || answer?.outcome === 'further-version';
}

// In the order of their ids, so that two processes that take in the same ids cannot wait for each other.
function firstOfEachId(arrivals: Arrival[]): Map<string, Arrival> {
  const first = new Map<string, Arrival>();
  for (const arrival of arrivals) if (!first.has(arrival.id)) first.set(arrival.id, arrival);
  return new Map([...first].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Inserts the cases that are new, again with another reference for any whose reference was taken. Gives every case
 * asked for, and the ids of the new ones.
 */
async function insertOrFind(
  db: Connection,
  first: Map<string, Arrival>,
): Promise<{ cases: Map<string, CasesTable>; created: Set<string> }> {
  const cases = new Map<string, CasesTable>();
  const created = new Set<string>();
  for (let tries = 1; cases.size < first.size; tries += 1) {
    if (tries > mostTries) throw new Error('No free reference was found.');
    const rows = [...first.values()].filter(({ id }) => !cases.has(id)).map(caseRow);
    for (const id of await insertNewCases(db, rows)) created.add(id);
    for (const row of rows) if (created.has(row.id)) cases.set(row.id, row);
    const missing = rows.map(({ id }) => id).filter((id) => !cases.has(id));
    if (missing.length > 0) for (const [id, found] of await findCases(db, missing)) cases.set(id, found);
  }
  return { cases, created };
}

function caseRow({ id, followKeyHash, receivedAt }: Arrival): CasesTable {
  return { id, reference: newReference(), followKeyHash, receivedAt };
}

function versionOf({ id, submission, receivedAt }: Arrival): SubmissionsTable {
  const contentDigest = createHash('sha256').update(canonicalContent(submission)).digest('base64url');
  return { caseId: id, contentDigest, content: JSON.stringify(submission), receivedAt };
}

/** The first of each version: when it came is when it came first. */
function unique(versions: Map<Arrival, SubmissionsTable>): SubmissionsTable[] {
  const first = new Map<string, SubmissionsTable>();
  for (const row of versions.values()) if (!first.has(versionKey(row))) first.set(versionKey(row), row);
  return [...first.values()];
}

async function eventsBefore(db: Connection, known: string[]): Promise<Map<string, CaseEvent[]>> {
  return known.length > 0 ? listEventsOf(db, known) : new Map();
}

function received({ submission, receivedAt, recorded }: Arrival, procedure: Procedure): CaseEvent {
  const { on = londonDate(receivedAt), ...recordedBy } = recorded ?? {};
  return {
    type: 'received',
    at: receivedAt,
    kind: submission.kind,
    editions: editionsInForce(procedure, on),
    ...(recorded && { on, recorded: RecordedBy.parse(recordedBy) }),
  };
}

function raised(said: Raised, writtenAt: Instant | undefined, at: Instant): CaseEvent {
  return { type: 'safety-raised', said, ...(writtenAt && { writtenAt }), at };
}

function assigned({ assignedTo, receivedAt, recorded }: Arrival): CaseEvent[] {
  return assignedTo ? [{ type: 'assigned', to: assignedTo, at: receivedAt, by: recorded?.by }] : [];
}

function eventsOf(
  outcome: 'created' | 'known' | 'further-version',
  arrival: Arrival,
  procedure: Procedure,
): CaseEvent[] {
  if (outcome === 'known') return [];
  const { submission, receivedAt: at } = arrival;
  const { safe } = submission;
  const hasMessage = 'message' in submission && submission.message !== undefined;
  const asksFor = 'asksFor' in submission ? submission.asksFor : undefined;
  const thingsNow = 'now' in submission ? submission.now : undefined;
  const hasEvent = hasMessage || asksFor !== undefined || thingsNow !== undefined;
  const isFurther = outcome === 'further-version' && (!hasEvent || saysMoreThanItsEvents(submission));
  return [
    ...(outcome === 'created' ? [received(arrival, procedure), ...assigned(arrival)] : []),
    ...(isFurther ? [{ type: 'further-version', at } as const] : []),
    ...(hasMessage ? [{ type: 'message-received', at } as const] : []),
    ...(thingsNow ? [{ type: 'things-now', now: thingsNow, at } as const] : []),
    ...(asksFor ? [{ type: 'next-step-asked', for: asksFor, at } as const] : []),
    ...(safe === 'no' || safe === 'not-sure' ? [raised(safe, submission.writtenAt, at)] : []),
  ];
}

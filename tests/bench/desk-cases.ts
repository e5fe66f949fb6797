import { randomBytes, randomUUID } from 'node:crypto';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import { addDays, londonDate } from '../../src/domain/dates.ts';
import { editionsInForce, type Procedure } from '../../src/domain/procedure.ts';
import type { Kind, Submission } from '../../src/domain/submission.ts';
import { newReference } from '../../src/server/intake/reference.ts';
import { insertNewCases } from '../../src/server/store/cases.ts';
import type { Db } from '../../src/server/store/database.ts';
import { appendEvents } from '../../src/server/store/events.ts';
import { keepIndex } from '../../src/server/store/keep-index.ts';
import { insertNewSubmissions } from '../../src/server/store/submissions.ts';

const kinds: readonly Kind[] = ['complaint', 'complaint', 'complaint', 'compliment', 'comment'];
const topics = ['the bus', 'my room', 'a visit', 'school', 'a phone call', 'the garden', 'my review'];
const group = 1_000;

/** In every case and in about one of a thousand, to look for. */
export const [wordOfAll, wordOfFew] = ['worker', 'umbrella'];

/** So many made-up cases of the three years before `today`: most are done with, the newest still open, as a desk has them. */
export async function fillDesk(db: Db, procedure: Procedure, count: number, today: string): Promise<void> {
  for (let first = 0; first < count; first += group) {
    const cases = Array.from({ length: Math.min(group, count - first) }, (_, index) => {
      const daysAgo = Math.floor((1095 * (first + index)) / count);
      return madeUpCase(procedure, daysAgo, addDays(today, -daysAgo), first + index);
    });
    await db.transaction().execute(async (trx) => {
      const created = await insertNewCases(
        trx,
        cases.map(({ row }) => row),
      );
      // Of very many made-up references two may be the same: the second has no case.
      const made = cases.filter(({ row }) => created.has(row.id));
      await insertNewSubmissions(
        trx,
        made.map(({ said }) => said),
      );
      await appendEvents(
        trx,
        made.flatMap(({ row, events }) => events.map((event, index) => ({ caseId: row.id, seq: index + 1, event }))),
      );
      const materials = made.map(({ row, events, submission }) => ({
        id: row.id,
        reference: row.reference,
        events,
        versions: [submission],
        readUpTo: 0,
      }));
      await keepIndex(trx, procedure, materials, `${today}T10:00:00.000Z`);
    });
  }
}

function madeUpCase(procedure: Procedure, daysAgo: number, date: string, number: number) {
  const id = randomUUID();
  const receivedAt = `${date}T10:00:00.000Z`;
  const kind = kinds[number % kinds.length] ?? 'complaint';
  const about = `${topics[number % topics.length]}${number % 997 === 0 ? ` ${wordOfFew}` : ''} ${number}`;
  const words = `${'My worker said she would ring on Tuesday and she did not. '.repeat(9)}It was about ${about}.`;
  const voice = number % 4 === 0 ? 'advocate' : 'young-person';
  const submission: Submission = {
    version: 1,
    kind,
    words,
    voice,
    advocate: 'yes',
    language: 'en',
    ...(number % 500 === 0 && { safe: 'no' }),
    ...namedIn(number),
  };
  return {
    row: { id, reference: newReference(), followKeyHash: randomUUID(), receivedAt },
    said: {
      caseId: id,
      contentDigest: randomBytes(32).toString('base64url'),
      content: JSON.stringify(submission),
      receivedAt,
    },
    submission,
    events: madeUpEvents(procedure, kind, daysAgo, date, number),
  };
}

/** Names that nobody has matched: one in a hundred of nobody at the desk, four in a thousand of who asks in the benchmark. */
function namedIn(number: number): Pick<Submission, 'notThisPerson'> {
  if (number % 100 === 7) return { notThisPerson: `Worker ${number}` };
  return number % 250 === 203 ? { notThisPerson: 'Miss Blogs' } : {};
}

function madeUpEvents(procedure: Procedure, kind: Kind, daysAgo: number, date: string, number: number): CaseEvent[] {
  const after = (days: number) => `${addDays(date, days)}T12:00:00.000Z`;
  const by = 'Jo Bloggs';
  const editions = editionsInForce(procedure, londonDate(after(0)));
  const all: [days: number, event: CaseEvent][] = [[0, { type: 'received', at: after(0), kind, editions }]];
  const add = (days: number, event: CaseEvent) => all.push([days, event]);
  if (number % 500 === 0) add(0, { type: 'safety-raised', said: 'no', at: after(0) });
  if (number % 500 === 0) add(1, { type: 'safety-accepted', by, concern: 'Hides.', action: 'Rang.', at: after(1) });
  // One in ten waits longer than the rest at every step.
  const slow = number % 10 === 0 ? 4 : 1;
  add(2 * slow, { type: 'acknowledged', at: after(2 * slow), by, message: 'We have it. You should hear from us.' });
  if (kind !== 'complaint') add(4 * slow, { type: 'passed-on', at: after(4 * slow), by });
  else {
    const route = number % 3 === 0 ? 'corporate' : 'statutory';
    add(2 * slow, { type: 'route-confirmed', at: after(2 * slow), by, route });
    if (number % 10 === 1) {
      add(3, { type: 'paused', reason: 'advocate', at: after(3) });
      add(9, { type: 'resumed', at: after(9) });
    }
    add(12 * slow, { type: 'stage1-answered', at: after(12 * slow), by, message: 'Here is what we found.' });
    if (number % 10 === 9) {
      add(20, { type: 'stage2-requested', at: after(20) });
      add(30, { type: 'stage2-statement-agreed', at: after(30) });
      add(50, { type: 'stage2-responded', at: after(50) });
    }
  }
  return all.filter(([days]) => days <= daysAgo).map(([, event]) => event);
}

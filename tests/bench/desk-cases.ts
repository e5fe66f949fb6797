import { randomBytes, randomUUID } from 'node:crypto';
import type { CaseEvent } from '../../src/domain/case-events.ts';
import { addDays, londonDate } from '../../src/domain/dates.ts';
import { editionsInForce, type Procedure } from '../../src/domain/procedure.ts';
import type { Kind, Submission } from '../../src/domain/submission.ts';
import { insertNewCases } from '../../src/server/store/cases.ts';
import type { Db } from '../../src/server/store/database.ts';
import { appendEvents } from '../../src/server/store/events.ts';
import { insertNewSubmissions } from '../../src/server/store/submissions.ts';

const kinds: readonly Kind[] = ['complaint', 'complaint', 'complaint', 'compliment', 'comment'];
const group = 100;

/** So many made-up cases of the three years before `today`: most answered, the newest still open, as a desk has them. */
export async function fillDesk(db: Db, procedure: Procedure, count: number, today: string): Promise<void> {
  for (let first = 0; first < count; first += group) {
    const cases = Array.from({ length: Math.min(group, count - first) }, (_, index) => {
      const daysAgo = Math.floor((1095 * (first + index)) / count);
      return madeUpCase(procedure, addDays(today, -daysAgo), first + index);
    });
    await db.transaction().execute(async (trx) => {
      await insertNewCases(
        trx,
        cases.map(({ row }) => row),
      );
      await insertNewSubmissions(
        trx,
        cases.map(({ said }) => said),
      );
      await appendEvents(
        trx,
        cases.flatMap(({ row, events }) => events.map((event, index) => ({ caseId: row.id, seq: index + 1, event }))),
      );
    });
  }
}

function madeUpCase(procedure: Procedure, date: string, number: number) {
  const id = randomUUID();
  const receivedAt = `${date}T10:00:00.000Z`;
  const kind = kinds[number % kinds.length] ?? 'complaint';
  const words = 'My worker said she would ring on Tuesday and she did not. '.repeat(9);
  const submission: Submission = { version: 1, kind, words, voice: 'young-person', advocate: 'yes', language: 'en' };
  return {
    row: { id, reference: `H-${randomBytes(6).toString('hex')}`, followKeyHash: randomUUID(), receivedAt },
    said: {
      caseId: id,
      contentDigest: randomBytes(32).toString('base64url'),
      content: JSON.stringify(submission),
      receivedAt,
    },
    events: madeUpEvents(procedure, kind, date, number),
  };
}

function madeUpEvents(procedure: Procedure, kind: Kind, date: string, number: number): CaseEvent[] {
  const after = (days: number) => `${addDays(date, days)}T12:00:00.000Z`;
  const by = 'Jo Bloggs';
  const events: CaseEvent[] = [
    { type: 'received', at: after(0), kind, editions: editionsInForce(procedure, londonDate(after(0))) },
  ];
  // Of ten, one is waiting for its first word and three for the answer.
  const progress = number % 10;
  if (progress === 0) return events;
  events.push({ type: 'acknowledged', at: after(2), by, message: 'We have it. You should hear from us soon.' });
  if (kind !== 'complaint') return [...events, { type: 'passed-on', at: after(4), by }];
  events.push({ type: 'route-confirmed', at: after(2), by, route: number % 3 === 0 ? 'corporate' : 'statutory' });
  if (progress === 1) events.push({ type: 'paused', reason: 'advocate', at: after(3) });
  if (progress > 3) events.push({ type: 'stage1-answered', at: after(12), by, message: 'Here is what we found.' });
  if (progress === 9) events.push({ type: 'stage2-requested', at: after(20) });
  return events;
}

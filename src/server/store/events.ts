import { CaseEvent, type EventOf, receipt } from '../../domain/case-events.ts';
import type { Connection } from './database.ts';

/** What happened, append-only. `seq` counts from 1 within a case; two writers can never take the same place. */
export interface EventsTable {
  caseId: string;
  seq: number;
  /** The event as JSON text. */
  event: string;
}

/** Throws a unique violation when someone else has taken the place meanwhile. */
export async function appendEvents(
  db: Connection,
  rows: { caseId: string; seq: number; event: CaseEvent }[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('events')
    .values(rows.map(({ caseId, seq, event }) => ({ caseId, seq, event: JSON.stringify(event) })))
    .execute();
}

export async function listEvents(db: Connection, caseId: string): Promise<CaseEvent[]> {
  const rows = await db.selectFrom('events').select('event').where('caseId', '=', caseId).orderBy('seq').execute();
  return rows.map(readEvent);
}

/** The events of every case, by case, each in order. */
export async function listAllEvents(db: Connection): Promise<Map<string, CaseEvent[]>> {
  const rows = await db.selectFrom('events').selectAll().orderBy('caseId').orderBy('seq').execute();
  const byCase = new Map<string, CaseEvent[]>();
  for (const row of rows) {
    const events = byCase.get(row.caseId);
    if (events) events.push(readEvent(row));
    else byCase.set(row.caseId, [readEvent(row)]);
  }
  return byCase;
}

/** The events of the given cases alone, by case, each in order. */
export async function listEventsOf(db: Connection, caseIds: string[]): Promise<Map<string, CaseEvent[]>> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('caseId', 'in', caseIds)
    .orderBy('caseId')
    .orderBy('seq')
    .execute();
  const byCase = new Map<string, CaseEvent[]>(caseIds.map((id) => [id, []]));
  for (const row of rows) byCase.get(row.caseId)?.push(readEvent(row));
  return byCase;
}

function readEvent(row: { event: string }): CaseEvent {
  return CaseEvent.parse(JSON.parse(row.event));
}

/** How each case began, in the order of their ids. */
export async function listReceipts(db: Connection): Promise<EventOf<'received'>[]> {
  const rows = await db.selectFrom('events').select('event').where('seq', '=', 1).orderBy('caseId').execute();
  return rows.map((row) => receipt([readEvent(row)]));
}

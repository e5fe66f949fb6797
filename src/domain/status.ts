import type { Letter, Status } from './api.ts';
import { type CaseEvent, receipt } from './case-events.ts';
import type { Instant } from './dates.ts';
import { londonDate } from './dates.ts';
import { type Procedure, rulesOf } from './procedure.ts';
import { confirmedRoute, timelineOf } from './timeline.ts';

/** Where a case stands at an instant, as the person who sent it may see it. */
export function statusFrom(
  { id, reference }: Pick<Status, 'id' | 'reference'>,
  events: readonly CaseEvent[],
  procedure: Procedure,
  at: Instant,
): Status {
  const { kind, at: receivedAt, editions } = receipt(events);
  const asOf = londonDate(at);
  return {
    id,
    reference,
    kind,
    receivedAt,
    asOf,
    route: confirmedRoute(events) ?? null,
    timeline: timelineOf(events, rulesOf(procedure, editions), asOf),
    letters: lettersOf(events),
  };
}

/** What the council wrote to the person, oldest first. */
export function lettersOf(events: readonly CaseEvent[]): Letter[] {
  return events.flatMap((event) =>
    'message' in event && event.message
      ? [{ about: event.type, at: event.at, words: event.message, ...(event.by && { from: event.by }) }]
      : [],
  );
}

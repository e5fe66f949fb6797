import type { Holder, Letter, Status } from './api.ts';
import { type CaseEvent, receipt } from './case-events.ts';
import type { Instant } from './dates.ts';
import { londonDate } from './dates.ts';
import { type Procedure, rulesOf } from './procedure.ts';
import { kindOf } from './standing.ts';
import { confirmedRoute, timelineOf } from './timeline.ts';

/** Who asks, and whether they may read what the council wrote. */
export interface Asking {
  holder: Holder;
  mayReadLetters: boolean;
  /** For the person to know, and to end if they want. */
  helperCanLook?: boolean;
}

/** Where a case stands at an instant, as whoever asks may see it. */
export function statusFrom(
  { id, reference }: Pick<Status, 'id' | 'reference'>,
  events: readonly CaseEvent[],
  procedure: Procedure,
  at: Instant,
  { holder, mayReadLetters, helperCanLook }: Asking,
): Status {
  const { at: receivedAt, editions } = receipt(events);
  const asOf = londonDate(at);
  return {
    id,
    reference,
    kind: kindOf(events),
    receivedAt,
    asOf,
    route: confirmedRoute(events) ?? null,
    timeline: timelineOf(events, rulesOf(procedure, editions), asOf),
    letters: mayReadLetters ? lettersOf(events) : [],
    holder,
    ...(helperCanLook !== undefined && { helperCanLook }),
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

import { type CaseEvent, type EventOf, latestOf } from './case-events.ts';
import type { Instant } from './dates.ts';
import { openConcern } from './safety.ts';

/**
 * The way around "not this person", for safety alone: one who sees the case asks for a colleague it is kept from,
 * another agrees, and it ends by itself.
 */

/** What was asked for and nobody has agreed to yet. It lapses with the concern for which it was asked. */
export function askedAccess(events: readonly CaseEvent[]): EventOf<'safety-access-asked'> | undefined {
  const since = events.findLastIndex(({ type }) => type === 'safety-accepted' || type === 'safety-access-agreed');
  return latestOf(events.slice(since + 1), 'safety-access-asked');
}

/** Until when whom a case is open all the same; whether that has passed is for the reader's clock. */
export function agreedAccess(events: readonly CaseEvent[]): EventOf<'safety-access-agreed'>[] {
  if (!openConcern(events)) return [];
  const since = events.findLastIndex(({ type }) => type === 'safety-accepted');
  return events
    .slice(since + 1)
    .filter((event): event is EventOf<'safety-access-agreed'> => event.type === 'safety-access-agreed');
}

/** The ids of those who are let in at an instant. */
export function letIn(events: readonly CaseEvent[], at: Instant): string[] {
  return agreedAccess(events).flatMap(({ staff, until }) => (at < until ? [staff.id] : []));
}

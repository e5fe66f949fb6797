import { type CaseEvent, latestOf, receipt } from './case-events.ts';
import type { Kind } from './submission.ts';

/** What a case is now, where its events have changed their mind. */

/** What it was taken for last. Throws when the list is not that of a case. */
export function kindOf(events: readonly CaseEvent[]): Kind {
  return latestOf(events, 'kind-changed')?.kind ?? receipt(events).kind;
}

const ends = ['withdrawn', 'route-refused', 'closed'] as const;
export type End = (typeof ends)[number];

/** In which ways it is over, in their order: a case that was withdrawn may be closed as well. Empty while it goes on. */
export function endsOf(events: readonly CaseEvent[]): End[] {
  const reopened = events.findLastIndex(({ type }) => type === 'reopened');
  return events.slice(reopened + 1).flatMap(({ type }) => ends.filter((end) => end === type));
}

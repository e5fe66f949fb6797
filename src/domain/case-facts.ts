import type { CaseEvent } from './case-events.ts';
import type { CaseFacts } from './staff.ts';

/**
 * Whose a case is, by what has happened. A case that goes on to a person stays with the team that had it, so that who
 * leads the team still sees it; a team that is named takes it from whoever had it.
 */
export function caseFacts(events: readonly CaseEvent[]): CaseFacts {
  let facts: CaseFacts = { team: null, assignee: null };
  for (const event of events) {
    if (event.type !== 'assigned') continue;
    facts = 'team' in event.to ? { team: event.to.team, assignee: null } : { ...facts, assignee: event.to.staff };
  }
  return facts;
}

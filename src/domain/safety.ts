import type { CaseEvent, EventOf } from './case-events.ts';
import type { CaseSummary } from './desk-api.ts';

/** That somebody is not safe, or may not be: what is open of it, and what staff have seen to. */

/** What was raised and nobody has accepted yet. The worst that was said counts, from when it was first said. */
export function openConcern(events: readonly CaseEvent[]): CaseSummary['unsafe'] {
  const seen = events.findLastIndex(({ type }) => type === 'safety-accepted');
  return worstOf(events.slice(seen + 1));
}

/** What was raised before somebody last accepted it: a mark that stays with the case. */
export function seenConcern(events: readonly CaseEvent[]): CaseSummary['unsafeBefore'] {
  const accepted = events.findLast((event) => event.type === 'safety-accepted');
  const worst = accepted && worstOf(events.slice(0, events.indexOf(accepted)));
  return worst ? { since: worst.since, said: worst.said, seenAt: accepted.at, by: accepted.by } : null;
}

function worstOf(events: readonly CaseEvent[]): CaseSummary['unsafe'] {
  const raised = events.filter((event): event is EventOf<'safety-raised'> => event.type === 'safety-raised');
  const worst = raised.find(({ said }) => said === 'no') ?? raised[0];
  if (!worst) return null;
  const { at: since, said, writtenAt } = worst;
  return { since, said, ...(writtenAt && { writtenAt }) };
}

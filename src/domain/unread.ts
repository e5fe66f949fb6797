import type { CaseEvent, CaseEventType } from './case-events.ts';
import { isAboutNow } from './how-things-are.ts';

/** Whether there is something of a case that nobody of the staff has seen yet. */

// What comes from the person. Every other event is an officer's, who has the case before them while recording it.
const fromPerson: ReadonlySet<CaseEventType> = new Set([
  'received',
  'further-version',
  'safety-raised',
  'message-received',
  'next-step-asked',
  // By what they said.
  'assignment-ended',
]);

/** @param readUpTo how many of the events somebody of the staff has seen */
export function isUnread(events: readonly CaseEvent[], readUpTo: number): boolean {
  // How things are has a flag of its own: it neither opens a case nor says, to whoever may not know, that there is news.
  const lastSeen = events.findLastIndex((event) => !isFromPerson(event) && !isAboutNow(event)) + 1;
  const lastHeard = events.findLastIndex(isFromPerson) + 1;
  return lastHeard > Math.max(lastSeen, readUpTo);
}

// What staff recorded themselves they have read.
function isFromPerson(event: CaseEvent): boolean {
  return fromPerson.has(event.type) && !(event.type === 'received' && event.recorded);
}

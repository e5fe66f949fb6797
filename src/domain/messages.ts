import { isAskDone } from './asks.ts';
import { type CaseEvent, type CaseEventType, type EventOf, latestOf } from './case-events.ts';
import { type Instant, type IsoDate, londonDate } from './dates.ts';
import type { Rules } from './procedure.ts';
import { addWorkingDays, firstWorkingDay } from './working-days.ts';

/** Messages between the person and the team, beside the steps of the procedure. */

/**
 * Since when the person has waited for an answer: the first message after the council last wrote to them, or the first
 * thing they asked for that was not done either.
 */
export function messageWaitsSince(events: readonly CaseEvent[]): Instant | undefined {
  return waiting(events)[0]?.at;
}

/** What was asked for last, of what still waits. */
export function askWaiting(events: readonly CaseEvent[]): EventOf<'next-step-asked'> | undefined {
  return waiting(events).findLast((event) => event.type === 'next-step-asked');
}

type Waiting = EventOf<'message-received'> | EventOf<'next-step-asked'>;

function waiting(events: readonly CaseEvent[]): Waiting[] {
  const lastWritten = events.findLastIndex(isFromCouncil);
  const since = events.slice(lastWritten + 1);
  return since.filter((event, index): event is Waiting => {
    if (event.type === 'next-step-asked') return !isAskDone(event, since.slice(index + 1));
    return event.type === 'message-received';
  });
}

/**
 * The date by which the team should answer a message that waits: 2 working days after it came unless the council says
 * otherwise; days on which the council is closed move it.
 */
export function messageAnswerBy(events: readonly CaseEvent[], rules: Rules): IsoDate | undefined {
  const since = messageWaitsSince(events);
  if (!since) return undefined;
  const came = londonDate(since);
  const dayZero = rules.countsFromNextWorkingDay ? firstWorkingDay(came, rules.lawDays) : came;
  return addWorkingDays(dayZero, rules.feedback.answerMessagesWithin, rules.councilDays);
}

const answering: ReadonlySet<CaseEventType> = new Set(['message-received', 'next-step-asked', 'further-version']);

/** Whether the team asked something of the person, who has said nothing since. */
export function waitsForPerson(events: readonly CaseEvent[]): boolean {
  const asked = latestOf(events, 'message-sent');
  if (!asked?.asks) return false;
  const since = events.slice(events.lastIndexOf(asked) + 1);
  return !since.some(({ type }) => answering.has(type));
}

/** When the person wrote, oldest first. */
export function messagesReceived(events: readonly CaseEvent[]): Instant[] {
  return events.flatMap(({ type, at }) => (type === 'message-received' ? [at] : []));
}

function isFromCouncil(event: CaseEvent): boolean {
  return 'message' in event && Boolean(event.message);
}

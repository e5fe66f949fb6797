import type { Holder, Letter, Status } from './api.ts';
import { asksOf } from './asks.ts';
import { type CaseEvent, receipt } from './case-events.ts';
import type { MayTell } from './consent.ts';
import type { Instant } from './dates.ts';
import { londonDate } from './dates.ts';
import { messageAnswerBy, messagesReceived } from './messages.ts';
import { type Procedure, rulesOf } from './procedure.ts';
import { kindOf } from './standing.ts';
import { confirmedRoute, timelineOf } from './timeline.ts';

/** Who asks, and whether they may read what the council wrote. */
export interface Asking {
  holder: Holder;
  mayReadLetters: boolean;
  /** For the person to know, and to end if they want. */
  helperCanLook?: boolean;
  /** Whom the council may tell, for the person to know and to change. */
  mayTell?: MayTell[];
}

/** Where a case stands at an instant, as whoever asks may see it. */
export function statusFrom(
  { id, reference }: Pick<Status, 'id' | 'reference'>,
  events: readonly CaseEvent[],
  procedure: Procedure,
  at: Instant,
  { holder, mayReadLetters, helperCanLook, mayTell }: Asking,
): Status {
  const { at: receivedAt, on: receivedOn, editions } = receipt(events);
  const asOf = londonDate(at);
  const rules = rulesOf(procedure, editions);
  const written = messagesReceived(events);
  const asked = asksOf(events);
  const answerBy = messageAnswerBy(events, rules);
  return {
    id,
    reference,
    kind: kindOf(events),
    receivedAt,
    ...(receivedOn && { receivedOn }),
    asOf,
    route: confirmedRoute(events) ?? null,
    timeline: timelineOf(events, rules, asOf),
    letters: mayReadLetters ? lettersOf(events) : [],
    holder,
    ...(written.length > 0 && { written }),
    ...(asked.length > 0 && { asked }),
    ...(answerBy && { answerBy }),
    ...(helperCanLook !== undefined && { helperCanLook }),
    ...(mayTell && { mayTell }),
  };
}

/** What the council wrote to the person, oldest first. */
export function lettersOf(events: readonly CaseEvent[]): Letter[] {
  return events.flatMap((event) =>
    'message' in event && event.message
      ? [
          {
            about: event.type,
            at: event.at,
            words: event.message,
            ...(event.by && { from: event.by }),
            ...reachedBefore(event),
          },
        ]
      : [],
  );
}

function reachedBefore(event: CaseEvent): Pick<Letter, 'reached'> {
  return 'told' in event && event.told && event.on ? { reached: { on: event.on, how: event.told } } : {};
}

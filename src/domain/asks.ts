import * as z from 'zod/mini';
import type { CaseEvent, CaseEventType, EventOf } from './case-events.ts';
import { Instant } from './dates.ts';

/**
 * What a person may ask of the council when it is late, or when an answer does not settle it: the next stage, or just
 * what is owed. The ids are the API's for good; one that is a step's name asks for that step.
 */
export const AsksFor = z.enum([
  'acknowledge',
  'pass-on',
  'stage2',
  'stage2-acknowledge',
  'stage2-response',
  'stage3',
  'stage3-panel',
  'stage3-report',
  'stage3-response',
]);
export type AsksFor = z.infer<typeof AsksFor>;

/** That it was asked, and when the council heard it. */
export const Asked = z.object({ for: AsksFor, at: Instant });
export type Asked = z.infer<typeof Asked>;

/** As an older app reads it from a newer server: what it does not know is left out. */
export const AsksKnownHere = z.pipe(
  z.array(z.unknown()),
  z.transform((asked) => asked.flatMap((ask) => Asked.safeParse(ask).data ?? [])),
);

/** What does what was asked without a letter; everything else is done by writing to the person. */
const doneBy: Partial<Record<AsksFor, CaseEventType>> = {
  'pass-on': 'passed-on',
  stage2: 'stage2-requested',
  stage3: 'stage3-requested',
  'stage3-panel': 'stage3-panel-met',
  'stage3-report': 'stage3-panel-reported',
};

/** Everything that was asked, oldest first. */
export function asksOf(events: readonly CaseEvent[]): Asked[] {
  return events.flatMap((event) => (event.type === 'next-step-asked' ? [{ for: event.for, at: event.at }] : []));
}

/** Whether what was asked has been done since, by an event that need not tell the person anything. */
export function isAskDone(ask: EventOf<'next-step-asked'>, since: readonly CaseEvent[]): boolean {
  const done = doneBy[ask.for];
  return done !== undefined && since.some(({ type }) => type === done);
}

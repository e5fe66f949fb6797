import * as z from 'zod/mini';
import { Instant, IsoDate, londonDate } from './dates.ts';
import { EditionIds } from './procedure.ts';
import { RecordedBy } from './recording.ts';
import { Route } from './routes.ts';
import { Kind, Raised } from './submission.ts';

/**
 * What happens to a case, in the order in which it was recorded. Events are only ever added; everything shown of a
 * case is worked out from them. `at` is the server's clock when the event was recorded; `on` is the true date of
 * something that staff record after it happened.
 */
const base = { at: Instant };
const dated = { ...base, on: z.optional(IsoDate) };
const said = { ...dated, message: z.optional(z.string()), by: z.optional(z.string()) };

export const PauseReason = z.enum(['advocate', 'court', 'police']);
export type PauseReason = z.infer<typeof PauseReason>;

export const CaseEvent = z.discriminatedUnion('type', [
  /** `on` and `recorded` where staff recorded what had reached them otherwise. */
  z.object({
    type: z.literal('received'),
    kind: Kind,
    editions: EditionIds,
    recorded: z.optional(RecordedBy),
    ...dated,
  }),
  /** The same submission came again with other words; both are kept. */
  z.object({ type: z.literal('further-version'), ...base }),
  /** The person wrote to the team; the words are in the version that came with it. */
  z.object({ type: z.literal('message-received'), ...base }),
  /** The team wrote to the person, apart from every step. */
  z.object({ type: z.literal('message-sent'), at: Instant, by: z.string(), message: z.string(), asks: z.boolean() }),
  /** It was said that somebody is not safe, or may not be. Changes no other clock. */
  z.object({ type: z.literal('safety-raised'), said: Raised, ...base }),
  /** An officer has seen it: what the concern is and what was done. The person sees nothing of it. */
  z.object({ type: z.literal('safety-accepted'), by: z.string(), concern: z.string(), action: z.string(), ...base }),
  z.object({ type: z.literal('acknowledged'), ...said }),
  z.object({ type: z.literal('passed-on'), ...said }),
  z.object({ type: z.literal('route-confirmed'), route: Route, ...said }),
  z.object({ type: z.literal('extended'), stage: z.literal([1, 2]), until: IsoDate, reason: z.string(), ...base }),
  z.object({ type: z.literal('paused'), reason: PauseReason, ...dated }),
  z.object({ type: z.literal('resumed'), ...dated }),
  z.object({ type: z.literal('stage1-answered'), ...said }),
  z.object({ type: z.literal('stage2-requested'), ...dated }),
  z.object({ type: z.literal('stage2-acknowledged'), ...said }),
  z.object({ type: z.literal('stage2-statement-agreed'), ...dated }),
  z.object({ type: z.literal('stage2-responded'), ...said }),
  z.object({ type: z.literal('stage3-requested'), ...dated }),
  z.object({ type: z.literal('stage3-panel-met'), ...dated }),
  z.object({ type: z.literal('stage3-panel-reported'), ...dated }),
  z.object({ type: z.literal('stage3-responded'), ...said }),
  z.object({ type: z.literal('ombudsman-asked'), ...dated }),
  z.object({ type: z.literal('ombudsman-answered'), ...dated }),
  z.object({ type: z.literal('withdrawn'), ...dated }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;

export type CaseEventType = CaseEvent['type'];

export type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;

/** The English calendar date on which something truly happened. */
export function dateHappened(event: CaseEvent): IsoDate {
  return ('on' in event && event.on) || londonDate(event.at);
}

/** The first event of a type: acknowledging twice does not acknowledge later. */
export function firstOf<Type extends CaseEventType>(
  events: readonly CaseEvent[],
  type: Type,
): EventOf<Type> | undefined {
  return events.find((event): event is EventOf<Type> => event.type === type);
}

/** The latest event of a type: a route that was corrected is the corrected one. */
export function latestOf<Type extends CaseEventType>(
  events: readonly CaseEvent[],
  type: Type,
): EventOf<Type> | undefined {
  return events.findLast((event): event is EventOf<Type> => event.type === type);
}

/** The event every case begins with. Throws when the list is not that of a case. */
export function receipt(events: readonly CaseEvent[]): EventOf<'received'> {
  const found = firstOf(events, 'received');
  if (!found) throw new Error('A case without the event "received".');
  return found;
}

import * as z from 'zod/mini';
import { AsksFor } from './asks.ts';
import { Assignee } from './assignee.ts';
import { LearningAction, Outcome, ProblemCategory } from './closing.ts';
import { Instant, IsoDate, londonDate } from './dates.ts';
import { EditionIds } from './procedure.ts';
import { Channel, RecordedBy } from './recording.ts';
import { Route } from './routes.ts';
import { Kind, Now, Raised } from './submission.ts';

/**
 * What happens to a case, in the order in which it was recorded. Events are only ever added; everything shown of a
 * case is worked out from them. `at` is the server's clock when the event was recorded; `on` is the true date of
 * something that staff record after it happened.
 */
const base = { at: Instant };
const dated = { ...base, on: z.optional(IsoDate) };
/** `by` is the name of whoever recorded it; missing where it was recorded before names were kept. */
const recorded = { ...dated, by: z.optional(z.string()) };
/** `message` is a letter, which the person reads. */
const said = { ...recorded, message: z.optional(z.string()) };

/** `told` is how the answer reached the person on the day `on`, when their letter stands in the app only since `at`. */
const answered = { ...said, told: z.optional(Channel) };

/** One of the staff, by id and by the name they had then. */
const Colleague = z.object({ id: z.string(), name: z.string() });

/** What was agreed, or judged: wholly, to a part, not at all. */
export const Agreed = z.enum(['yes', 'partly', 'no']);
export type Agreed = z.infer<typeof Agreed>;

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
  /** The person asked for the next step, or for what is owed; it waits for an answer as a message does. */
  z.object({ type: z.literal('next-step-asked'), for: AsksFor, ...base }),
  /** How things are, as the person said; and what the complaints team did about it. Nobody else sees either. */
  z.object({ type: z.literal('things-now'), now: Now, ...base }),
  z.object({ type: z.literal('worse-seen'), at: Instant, by: z.string(), done: z.string() }),
  /** The team wrote to the person, apart from every step. */
  z.object({ type: z.literal('message-sent'), at: Instant, by: z.string(), message: z.string(), asks: z.boolean() }),
  /** It was said that somebody is not safe, or may not be. Changes no other clock. */
  /** `writtenAt` is when it was said by the clock of the device: hours or days before, when there was no signal. */
  z.object({ type: z.literal('safety-raised'), said: Raised, writtenAt: z.optional(Instant), ...base }),
  /** An officer has seen it: what the concern is and what was done. The person sees nothing of it. */
  z.object({
    type: z.literal('safety-accepted'),
    by: z.string(),
    concern: z.string(),
    action: z.string(),
    referredTo: z.optional(z.string()),
    ...dated,
  }),
  z.object({ type: z.literal('acknowledged'), ...answered }),
  z.object({ type: z.literal('passed-on'), ...said }),
  /** The reason is that of a change. */
  z.object({ type: z.literal('route-confirmed'), route: Route, reason: z.optional(z.string()), ...said }),
  /** It is not looked into now; it may be brought again from a date on. */
  z.object({ type: z.literal('route-refused'), reason: z.string(), comeAgainOn: IsoDate, ...answered }),
  /** What it was taken for was not what it is. The route that it had goes with it. */
  z.object({ type: z.literal('kind-changed'), kind: Kind, reason: z.string(), ...said }),
  z.object({ type: z.literal('assigned'), to: Assignee, ...recorded }),
  /** Whom it was given to must not handle it: it is nobody's until it is given to somebody else. */
  z.object({ type: z.literal('assignment-ended'), from: Colleague, ...base }),
  /** Who it is that must not handle it, and who said so; the latest for the same name counts. */
  z.object({
    type: z.literal('named-person-matched'),
    said: z.string(),
    staff: z.array(Colleague),
    at: Instant,
    by: z.string(),
  }),
  z.object({
    type: z.literal('named-person-not-staff'),
    said: z.string(),
    reason: z.string(),
    at: Instant,
    by: z.string(),
  }),
  /** For somebody's safety a colleague is to be let in from whom it is kept. `askedBy` is the id of who asks. */
  z.object({
    type: z.literal('safety-access-asked'),
    staff: Colleague,
    reason: z.string(),
    askedBy: z.string(),
    at: Instant,
    by: z.string(),
  }),
  z.object({ type: z.literal('safety-access-agreed'), staff: Colleague, until: Instant, at: Instant, by: z.string() }),
  /** Whom staff asked, how, and what they said. */
  z.object({ type: z.literal('consent-recorded'), agrees: Agreed, who: z.string(), how: z.string(), ...recorded }),
  /** Staff helped somebody back in: who asked, how it was known that it is them, whether every other way ended. */
  z.object({
    type: z.literal('way-back-given'),
    at: Instant,
    by: z.string(),
    who: z.string(),
    how: z.string(),
    endedOthers: z.boolean(),
  }),
  /** Whether the child can decide about this themselves: a judgement of staff, never a computation from age. */
  z.object({ type: z.literal('maturity-judged'), canDecide: Agreed, why: z.string(), ...recorded }),
  z.object({ type: z.literal('advocate-requested'), ...said }),
  z.object({ type: z.literal('advocate-referred'), service: z.string(), ...said }),
  z.object({ type: z.literal('advocate-accepted'), name: z.string(), ...said }),
  z.object({ type: z.literal('advocate-met'), ...recorded }),
  z.object({ type: z.literal('extended'), stage: z.literal([1, 2]), until: IsoDate, reason: z.string(), ...said }),
  z.object({ type: z.literal('paused'), reason: PauseReason, ...said }),
  z.object({ type: z.literal('resumed'), ...said }),
  z.object({ type: z.literal('stage1-answered'), ...answered }),
  /** The reason is that for taking it after its date. */
  z.object({ type: z.literal('stage2-requested'), reason: z.optional(z.string()), ...recorded }),
  z.object({ type: z.literal('stage2-acknowledged'), ...answered }),
  z.object({
    type: z.literal('stage2-appointed'),
    investigatingOfficer: z.string(),
    /** On the statutory route. */
    independentPerson: z.optional(z.string()),
    ...said,
  }),
  z.object({ type: z.literal('stage2-statement-agreed'), ...recorded }),
  z.object({ type: z.literal('stage2-reported'), ...recorded }),
  z.object({ type: z.literal('stage2-responded'), ...answered }),
  z.object({ type: z.literal('stage3-requested'), reason: z.optional(z.string()), ...recorded }),
  z.object({
    type: z.literal('stage3-panel-appointed'),
    people: z.array(z.string()),
    meetsOn: z.optional(IsoDate),
    ...said,
  }),
  z.object({ type: z.literal('stage3-panel-met'), ...recorded }),
  z.object({ type: z.literal('stage3-panel-reported'), ...recorded }),
  z.object({ type: z.literal('stage3-responded'), ...answered }),
  z.object({ type: z.literal('ombudsman-asked'), ...recorded }),
  z.object({ type: z.literal('ombudsman-answered'), ...recorded }),
  z.object({ type: z.literal('withdrawn'), reason: z.optional(z.string()), ...said }),
  z.object({
    type: z.literal('closed'),
    outcome: Outcome,
    category: z.optional(ProblemCategory),
    themes: z.array(z.string()),
    learning: z.optional(z.string()),
    actions: z.array(LearningAction),
    ...said,
  }),
  /** One of the actions of a closing was done: by its number, counted over every closing, and in its words. */
  z.object({ type: z.literal('learning-done'), number: z.int(), what: z.string(), ...recorded }),
  /** It goes on from where it stood when it was closed, withdrawn or refused. */
  z.object({ type: z.literal('reopened'), reason: z.string(), ...said }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;

export type CaseEventType = CaseEvent['type'];

export const caseEventTypes: readonly CaseEventType[] = CaseEvent.def.options.map(
  (option) => option.def.shape.type.def.values[0] as CaseEventType,
);

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

/** The latest date on which one of these happened. */
export function latestDateOf(events: readonly CaseEvent[], types: ReadonlySet<CaseEventType>): IsoDate | undefined {
  return events
    .filter(({ type }) => types.has(type))
    .map(dateHappened)
    .sort()
    .at(-1);
}

/** The event every case begins with. Throws when the list is not that of a case. */
export function receipt(events: readonly CaseEvent[]): EventOf<'received'> {
  const found = firstOf(events, 'received');
  if (!found) throw new Error('A case without the event "received".');
  return found;
}

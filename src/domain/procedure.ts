import * as z from 'zod/mini';
import { IsoDate } from './dates.ts';
import type { Route } from './routes.ts';
import type { Kind } from './submission.ts';
import { type Calendar, isWorkingDay, without } from './working-days.ts';

/**
 * The rules with their figures, as a council writes them down. Each rule book is a list of dated editions; a case
 * keeps, for its whole life, the editions in force on the day it was received.
 */
const workingDays = z.int().check(z.minimum(1), z.maximum(260));
const source = z.string().check(z.minLength(1));
const edition = {
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  effectiveFrom: IsoDate,
  source,
};

export const FeedbackEdition = z.strictObject({
  ...edition,
  acknowledgeWithin: workingDays,
  /** For compliments and comments: when the team they are about has them. */
  passOnWithin: workingDays,
  /** A message from the person that waits for an answer. */
  answerMessagesWithin: workingDays,
});
export type FeedbackEdition = z.infer<typeof FeedbackEdition>;

const stage = { answerWithin: workingDays, extendableTo: workingDays };

export const RouteEdition = z.strictObject({
  ...edition,
  stage1: z.strictObject({ ...stage, countedFrom: z.enum(['receipt', 'acknowledgement']) }),
  stage2: z.strictObject({
    ...stage,
    countedFrom: z.enum(['request', 'acknowledgement', 'statement-agreed']),
    /** Why the clock does not run from the request, for those who ask. */
    reason: z.optional(z.string()),
    requestWithin: z.optional(workingDays),
    acknowledgeWithin: z.optional(workingDays),
  }),
  stage3: z.optional(
    z.strictObject({
      requestWithin: workingDays,
      panelWithin: workingDays,
      reportWithin: workingDays,
      responseWithin: workingDays,
    }),
  ),
});
export type RouteEdition = z.infer<typeof RouteEdition>;

export const OmbudsmanEdition = z.strictObject({ ...edition, answerWithinCalendarDays: z.int().check(z.minimum(1)) });
export type OmbudsmanEdition = z.infer<typeof OmbudsmanEdition>;

const RuleBook = z.enum(['feedback', 'statutory', 'corporate', 'ombudsman']);
type RuleBook = z.infer<typeof RuleBook>;

/** Which edition of each rule book a case lives under, by id. */
export const EditionIds = z.record(RuleBook, z.string());
export type EditionIds = z.infer<typeof EditionIds>;

export const Procedure = z.strictObject({
  /** What a message that comes at a weekend counts as: received that very date, or on the next working day. */
  receivedOnNonWorkingDay: z.enum(['counts-from-that-date', 'counts-from-next-working-day']),
  /** Days on which the council is closed; they move acknowledgements and the corporate route, never a statutory date. */
  closureDays: z.array(z.strictObject({ date: IsoDate, reason: z.string() })),
  feedback: z.array(FeedbackEdition).check(z.minLength(1)),
  statutory: z.array(RouteEdition).check(z.minLength(1)),
  corporate: z.array(RouteEdition).check(z.minLength(1)),
  ombudsman: z.array(OmbudsmanEdition).check(z.minLength(1)),
});
export type Procedure = z.infer<typeof Procedure>;

/** Everything the timeline of one case needs to know of the rules. */
export interface Rules {
  feedback: FeedbackEdition;
  statutory: RouteEdition;
  corporate: RouteEdition;
  ombudsman: OmbudsmanEdition;
  countsFromNextWorkingDay: boolean;
  /** Working days by law alone. */
  lawDays: Calendar;
  /** Working days on which the council is open as well. */
  councilDays: Calendar;
}

/** A case asks for an edition its council's file does not hold. */
export class UnknownEdition extends Error {
  constructor(book: RuleBook, id: string) {
    super(`The council's file has no edition "${id}" of its ${book} rules, but a case was received under it.`);
    this.name = 'UnknownEdition';
  }
}

/**
 * The editions in force on the true date of receipt, in England. For what staff record later that is the day it
 * reached the council, not the day it was written down. A date before the first edition takes the first: a matter may be older than the rules that were written down.
 */
export function editionsInForce(procedure: Procedure, date: IsoDate): EditionIds {
  return {
    feedback: inForce(procedure.feedback, date).id,
    statutory: inForce(procedure.statutory, date).id,
    corporate: inForce(procedure.corporate, date).id,
    ombudsman: inForce(procedure.ombudsman, date).id,
  };
}

/** The rules a case lives under. Throws `UnknownEdition` when the council's file no longer holds one of them. */
export function rulesOf(procedure: Procedure, ids: EditionIds): Rules {
  return {
    feedback: byId(procedure.feedback, 'feedback', ids.feedback),
    statutory: byId(procedure.statutory, 'statutory', ids.statutory),
    corporate: byId(procedure.corporate, 'corporate', ids.corporate),
    ombudsman: byId(procedure.ombudsman, 'ombudsman', ids.ombudsman),
    countsFromNextWorkingDay: procedure.receivedOnNonWorkingDay === 'counts-from-next-working-day',
    lawDays: isWorkingDay,
    councilDays: councilDays(procedure),
  };
}

/** Working days on which the council is open. */
export function councilDays({ closureDays }: Pick<Procedure, 'closureDays'>): Calendar {
  const closed = new Set(closureDays.map(({ date }) => date));
  return without(isWorkingDay, (date) => closed.has(date));
}

/** The routes that a piece of feedback of this kind may still take before staff confirm one. */
export function possibleRoutes(kind: Kind): Route[] {
  return kind === 'complaint' ? ['statutory', 'corporate'] : [];
}

function inForce<Edition extends { effectiveFrom: IsoDate }>(editions: Edition[], date: IsoDate): Edition {
  const inOrder = [...editions].sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
  const found = inOrder.findLast((each) => each.effectiveFrom <= date) ?? inOrder[0];
  if (!found) throw new Error('A rule book without editions passed the check of the council file.');
  return found;
}

function byId<Edition extends { id: string }>(editions: Edition[], book: RuleBook, id: string): Edition {
  const found = editions.find((each) => each.id === id);
  if (!found) throw new UnknownEdition(book, id);
  return found;
}

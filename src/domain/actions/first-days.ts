import * as z from 'zod/mini';
import { IsoDate } from '../dates.ts';
import { Route } from '../routes.ts';
import { StaffId } from '../staff.ts';
import { Kind } from '../submission.ts';
import { Line, Words } from '../text.ts';
import { dated, mayTell, mustAnswer, mustTell, seen } from './parts.ts';

/** What is done with feedback in its first days. */

/** "I have seen this": what the concern is, and what was done about it. The person sees nothing of it. */
export const AcceptSafety = z.strictObject({
  action: z.literal('accept-safety'),
  concern: Words,
  /** What was done, by whom and when. */
  done: Words,
  /** The team or service that has it now: safeguarding, emergency duty, the police. */
  referredTo: z.optional(Line),
  ...seen,
});

/** "We have it": a letter to the person, and for a complaint without a route the route it takes. */
export const Acknowledge = z.strictObject({
  action: z.literal('acknowledge'),
  route: z.optional(Route),
  ...mustAnswer,
});

/** A compliment or comment went to the team it is about. */
export const PassOn = z.strictObject({ action: z.literal('pass-on'), ...mayTell });

/** The reason is needed when another route was confirmed before. */
export const SetRoute = z.strictObject({
  action: z.literal('set-route'),
  route: Route,
  reason: z.optional(Words),
  ...mayTell,
});

/** It is not looked into now, because of a court for example, and may be brought again from a day on. */
export const Refuse = z.strictObject({
  action: z.literal('refuse'),
  reason: Words,
  /** After today. */
  comeAgainOn: IsoDate,
  ...mustAnswer,
});

export const ChangeKind = z.strictObject({
  action: z.literal('change-kind'),
  kind: Kind,
  reason: Words,
  ...mustTell,
});

/** To one of the staff, by id, or to a team of the council's file. */
export const Assign = z.strictObject({
  action: z.literal('assign'),
  to: z.union([
    z.strictObject({ staff: StaffId }),
    z.strictObject({ team: z.string().check(z.minLength(1), z.maxLength(100)) }),
  ]),
  ...dated,
});

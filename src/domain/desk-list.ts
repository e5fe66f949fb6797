import * as z from 'zod/mini';
import { Instant, IsoDate } from './dates.ts';
import { CaseSummary } from './desk-api.ts';
import { Route } from './routes.ts';
import { Kind } from './submission.ts';

/** The list of cases, a page at a time: what may be asked of it, and what it answers. */

/** An officer's questions of the list, in the order in which they matter. */
export const Filter = z.enum([
  'unsafe',
  /** For officers alone: nobody else is told of it. */
  'worse',
  'unread',
  'all',
  'mine',
  /** Given to nobody, or to somebody who has left. */
  'nobody',
  'late',
  'soon',
  'unacknowledged',
  'consent',
  'advocate',
  'name-to-match',
  'waiting-for-person',
  'learning',
]);
export type Filter = z.infer<typeof Filter>;

/** `soon` is due within so many working days, today included. */
export const soonDays = 3;

/** How far a case has come. `finished`: nothing is left to do, whatever the person may still tell. */
export const Stage = z.enum(['new', 'pass-on', 'stage1', 'stage2', 'stage3', 'ombudsman', 'finished']);
export type Stage = z.infer<typeof Stage>;

/** How many cases a page has. */
export const pageSize = 50;

/** Those that have no route yet, or no team. */
const none = z.literal('none');
const RouteChoice = z.union([Route, none]);

export const CaseQuery = z.strictObject({
  filter: z.optional(Filter),
  route: z.optional(RouteChoice),
  stage: z.optional(Stage),
  team: z.optional(z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,99}$/))),
  kind: z.optional(Kind),
  /** Beginnings of words, or of a reference. */
  q: z.optional(z.string().check(z.maxLength(200))),
  /** Where the page before ended: its `next`, as it was given. */
  after: z.optional(z.string().check(z.regex(/^[\w-]{1,200}$/))),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

const count = z.int().check(z.minimum(0));

/** Of everything this officer may see, whatever is asked for just now. */
export const CaseCounts = z.object({
  filter: z.record(Filter, count),
  route: z.record(RouteChoice, count),
  stage: z.record(Stage, count),
  kind: z.record(Kind, count),
  /** By the team's id; `none` are those that no team has. */
  team: z.record(z.string(), count),
});
export type CaseCounts = z.infer<typeof CaseCounts>;

export const ListedCase = z.extend(CaseSummary, {
  /** The person has said something that nobody of the staff has opened yet. */
  unread: z.boolean(),
});
export type ListedCase = z.infer<typeof ListedCase>;

/** `asOf` is the date in England at the instant `at`, by the server's clock. */
export const CaseList = z.object({
  asOf: IsoDate,
  at: Instant,
  cases: z.array(ListedCase),
  /** What to ask for as `after`; null at the end of the list. */
  next: z.nullable(z.string()),
  counts: CaseCounts,
});
export type CaseList = z.infer<typeof CaseList>;

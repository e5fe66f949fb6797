import * as z from 'zod/mini';
import { IsoDate } from './dates.ts';
import { Line, Words } from './text.ts';

/** How a case ends: what was found, what it was about, and what the council learns from it. */

export const Outcome = z.enum(['upheld', 'partly-upheld', 'not-upheld', 'withdrawn', 'no-finding']);
export type Outcome = z.infer<typeof Outcome>;

/** Where something was found, something is to be learned. */
export const foundAgainstUs: ReadonlySet<Outcome> = new Set<Outcome>(['upheld', 'partly-upheld']);

/** The categories of the council's annual report, section 3, and "other". */
export const ProblemCategory = z.enum([
  'no-service-or-action',
  'communication',
  'quality-of-service',
  'wrong-action',
  'policy',
  'assessment',
  'other',
]);
export type ProblemCategory = z.infer<typeof ProblemCategory>;

/** Something that somebody is to do because of a case, and by when. */
export const LearningAction = z.strictObject({ what: Words, owner: Line, due: IsoDate });
export type LearningAction = z.infer<typeof LearningAction>;

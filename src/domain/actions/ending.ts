import * as z from 'zod/mini';
import { LearningAction, Outcome, ProblemCategory } from '../closing.ts';
import { Line, Words } from '../text.ts';
import { dated, mayTell } from './parts.ts';

/** How a case ends, and how it goes on after all. */

export const Withdraw = z.strictObject({ action: z.literal('withdraw'), reason: z.optional(Words), ...mayTell });

/**
 * A complaint has a category; one that was upheld, wholly or partly, has what is learned from it and what is to be
 * done. "Withdrawn" is the outcome of what was withdrawn, and of nothing else; feedback has no finding.
 */
export const Close = z.strictObject({
  action: z.literal('close'),
  outcome: Outcome,
  category: z.optional(ProblemCategory),
  themes: z.array(Line).check(z.maxLength(10)),
  learning: z.optional(Words),
  actions: z.array(LearningAction).check(z.maxLength(20)),
  ...mayTell,
});

/** What was to be done because of the case was done: by its number, as the case tells it. Also after closing. */
export const FinishLearning = z.strictObject({
  action: z.literal('finish-learning'),
  number: z.int().check(z.minimum(1)),
  ...dated,
});

export const Reopen = z.strictObject({ action: z.literal('reopen'), reason: Words, ...mayTell });

import * as z from 'zod/mini';
import { IsoDate } from './dates.ts';

/** What may happen to a case, by the names the API has given it for good. */
export const StepName = z.enum([
  'acknowledge',
  'pass-on',
  'stage1-answer',
  'stage2-request-by',
  'stage2-acknowledge',
  'stage2-response',
  'stage3-request-by',
  'stage3-panel',
  'stage3-report',
  'stage3-response',
  'ombudsman-answer',
  /** From this day on the person may bring again what is not looked into now. */
  'come-again',
]);
export type StepName = z.infer<typeof StepName>;

export const Step = z.object({
  step: StepName,
  state: z.enum(['done', 'next', 'later', 'late']),
  /** False while the date may still move by itself: the route is not confirmed, or what it counts from has not happened. */
  certain: z.boolean(),
  due: z.optional(IsoDate),
  doneAt: z.optional(IsoDate),
  /** Working days from today until it is due, on the calendar that its rule counts on. Only while it is not late. */
  workingDaysLeft: z.optional(z.int()),
});
export type Step = z.infer<typeof Step>;

/**
 * A timeline as an older app reads it from a newer server: steps it does not know are left out, and what it knows is
 * still told. A receipt is no less a receipt for them.
 */
export const StepsKnownHere = z.pipe(
  z.array(z.unknown()),
  z.transform((steps) => steps.flatMap((step) => Step.safeParse(step).data ?? [])),
);

import * as z from 'zod/mini';
import { type CaseEvent, dateHappened } from './case-events.ts';
import { LearningAction } from './closing.ts';
import { IsoDate } from './dates.ts';

/** What the council said it would do because of a case, and what has become of it: also long after the case is closed. */

export const Learned = z.object({
  ...LearningAction.shape,
  /** Counted from 1 over every closing of the case; events are only added, so it never changes. */
  number: z.int(),
  /** The day it was promised. */
  since: IsoDate,
  /** The day it was done, and who said so. */
  doneOn: z.optional(IsoDate),
  doneBy: z.optional(z.string()),
});
export type Learned = z.infer<typeof Learned>;

export function learningOf(events: readonly CaseEvent[]): Learned[] {
  const done = new Map(events.flatMap((event) => (event.type === 'learning-done' ? [[event.number, event]] : [])));
  return events
    .flatMap((event) =>
      event.type === 'closed' ? event.actions.map((each) => ({ ...each, since: dateHappened(event) })) : [],
    )
    .map((each, index) => {
      const number = index + 1;
      const event = done.get(number);
      return { ...each, number, ...(event && { doneOn: dateHappened(event), ...(event.by && { doneBy: event.by }) }) };
    });
}

/** What is still to be done, the first due first. */
export function openLearning(events: readonly CaseEvent[]): Learned[] {
  return learningOf(events)
    .filter(({ doneOn }) => !doneOn)
    .sort((a, b) => a.due.localeCompare(b.due));
}

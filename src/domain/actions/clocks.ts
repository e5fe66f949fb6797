import * as z from 'zod/mini';
import { PauseReason } from '../case-events.ts';
import { IsoDate } from '../dates.ts';
import { Words } from '../text.ts';
import { mayTell, seen } from './parts.ts';

/** What moves the date of an answer. */

/** Always given today, while the answer is not late: an extension afterwards would make late look in time. */
export const Extend = z.strictObject({
  action: z.literal('extend'),
  /** After the date as it stands, and not past the rule's limit. */
  until: IsoDate,
  reason: Words,
  message: Words,
  ...seen,
});

export const Pause = z.strictObject({ action: z.literal('pause'), reason: PauseReason, ...mayTell });
export const Resume = z.strictObject({ action: z.literal('resume'), ...mayTell });

import * as z from 'zod/mini';
import { addDays, IsoDate } from './dates.ts';
import { FollowKey } from './keys.ts';
import { SubmissionId, SubmissionV1 } from './submission.ts';

/** How feedback reached staff that did not come through the app. */
export const Channel = z.enum(['in-person', 'phone', 'letter', 'email']);
export type Channel = z.infer<typeof Channel>;

/** That staff recorded it, who and how it reached them. */
export const RecordedBy = z.object({ by: z.string(), channel: Channel });
export type RecordedBy = z.infer<typeof RecordedBy>;

/** The first day on which something may have been received that is written down only today: before it a year was typed wrong. */
export function earliestReceipt(today: IsoDate): IsoDate {
  return addDays(today, -10 * 366);
}

/**
 * Feedback that staff heard, as they record it. Its dates are counted from the true date on which the council received
 * it, which is today or earlier, within the last ten years.
 */
export const Recording = z.strictObject({
  /** Minted by whoever records it, so that recording it again by accident records it once. */
  id: SubmissionId,
  /** Minted there too, for the person to follow with; the server keeps its hash alone. */
  followKey: FollowKey,
  channel: Channel,
  receivedOn: IsoDate,
  said: SubmissionV1,
});
export type Recording = z.infer<typeof Recording>;

import * as z from 'zod/mini';
import { Instant } from './dates.ts';

/** Whether the e-mails to staff go, for who looks after the configuration. Whom they are for is not told. */
export const MailState = z.object({
  /** Whether a mail server is set at all. */
  isSet: z.boolean(),
  /** When a mail server last took one; null when none ever did. */
  lastSentAt: z.nullable(Instant),
  /** How many are still to go, and since when the oldest of them waits. */
  waiting: z.int(),
  waitingSince: z.nullable(Instant),
  /** The last that was not taken: the mail server's code (`550`), or the name of what went wrong (`ECONNECTION`). */
  lastFailure: z.nullable(z.object({ at: Instant, code: z.string() })),
});
export type MailState = z.infer<typeof MailState>;

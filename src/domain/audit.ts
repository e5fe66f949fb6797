import * as z from 'zod/mini';
import { Instant } from './dates.ts';

/** One thing that somebody of staff did or saw, as it stands in the record. */
export const AuditEntry = z.object({
  seq: z.int(),
  at: Instant,
  /** Null where nobody was signed in. */
  staffId: z.nullable(z.string()),
  staffName: z.nullable(z.string()),
  verb: z.string(),
  caseId: z.nullable(z.string()),
  /** Codes, counts and ids as JSON text, just as it was hashed. */
  details: z.string(),
  previous: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** `next` is what to ask for after this; null when these were the last. */
export const AuditPage = z.object({ entries: z.array(AuditEntry), next: z.nullable(z.int()) });
export type AuditPage = z.infer<typeof AuditPage>;

export const mostAuditEntries = 1_000;

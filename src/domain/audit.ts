import * as z from 'zod/mini';
import { Instant, type IsoDate } from './dates.ts';

/** One thing that somebody of staff did or saw, as it stands in the record. */
export const AuditEntry = z.object({
  seq: z.int(),
  at: Instant,
  /** Null where nobody was signed in; `operator` where it was done at the server itself. */
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

/** With the case's reference, which is not part of what was hashed; null when it is about no case that is still here. */
export const ListedAuditEntry = z.extend(AuditEntry, { reference: z.nullable(z.string()) });
export type ListedAuditEntry = z.infer<typeof ListedAuditEntry>;

/** `next` is what to ask for after this, as `after` or `before`; null when these were the last. */
export const AuditPage = z.object({ entries: z.array(ListedAuditEntry), next: z.nullable(z.int()) });
export type AuditPage = z.infer<typeof AuditPage>;

export const mostAuditEntries = 1_000;

/** Who did what was done at the server itself, by whoever has its console. */
export const operatorId = 'operator';

/** What the record is narrowed down to. */
export interface AuditNarrowing {
  staff?: string | undefined;
  verb?: string | undefined;
  /** The reference of a case. */
  case?: string | undefined;
  /** A day in England. */
  day?: IsoDate | undefined;
}

/** What an entry may say was done, beside `case-` and the name of an action. A verb never changes once released. */
export const auditVerbs = [
  'signed-in',
  'sign-in-failed',
  'attempts-slowed',
  'signed-out',
  'refused',
  'cases-listed',
  'case-opened',
  'case-acted-on',
  'case-printed',
  'case-way-back-given',
  'feedback-recorded',
  'people-listed',
  'person-invited',
  'person-posted',
  'person-deactivated',
  'person-reactivated',
  'open-cases-read',
  'staff-link-read',
  'staff-link-used',
  'staff-link-ended',
  'recovery-link-made',
  'second-factor-begun',
  'second-factor-set',
  'second-factor-reset',
  'second-factor-replacing',
  'second-factor-replaced',
  'recovery-codes-made',
  'password-changed',
  'session-ended',
  'sessions-ended',
  'mail-state-read',
  'audit-read',
  'audit-exported',
  'desk-set-up',
  'set-up-link-made',
  'first-account-made',
  'backup-begun',
  'restored',
  'audit-verified',
  'sealing-key-rotated',
] as const;
export type AuditVerb = (typeof auditVerbs)[number];

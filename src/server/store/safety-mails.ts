import type { Instant } from '../../domain/dates.ts';
import type { Connection } from './database.ts';

/**
 * What is to go out by e-mail: one row for each event that raised something, put here in the transaction that
 * recorded the event. It holds nothing of what was said; the e-mail is made from the event when it goes.
 */
export interface SafetyMailsTable {
  caseId: string;
  /** The event's place in its case. */
  seq: number;
  queuedAt: string;
  /** How often it was taken in hand. Whoever takes it raises it, so only one of several can. */
  attempts: number;
  /** Nobody takes it in hand before: while somebody has it, and between attempts. */
  notBefore: string;
  /** When a mail server accepted it. */
  sentAt: string | null;
}

export type SafetyMail = Pick<SafetyMailsTable, 'caseId' | 'seq' | 'queuedAt' | 'attempts'>;

export async function queueSafetyMails(
  db: Connection,
  raised: { caseId: string; seq: number; at: Instant }[],
): Promise<void> {
  if (raised.length === 0) return;
  const rows = raised.map(({ caseId, seq, at }) => ({
    caseId,
    seq,
    queuedAt: at,
    attempts: 0,
    notBefore: at,
    sentAt: null,
  }));
  await db.insertInto('safetyMails').values(rows).execute();
}

/** The one that has waited longest of those that may be taken in hand now. */
export function nextSafetyMail(db: Connection, at: Instant): Promise<SafetyMail | undefined> {
  return db
    .selectFrom('safetyMails')
    .select(['caseId', 'seq', 'queuedAt', 'attempts'])
    .where('sentAt', 'is', null)
    .where('notBefore', '<=', at)
    .orderBy('queuedAt')
    .orderBy('caseId')
    .executeTakeFirst();
}

/**
 * Takes it in hand until `until`: it is anybody's again when it has not been sent by then. False when somebody else
 * was first; the row decides, not the clocks of those who ask.
 */
export async function claimSafetyMail(db: Connection, mail: SafetyMail, until: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('safetyMails')
    .set({ attempts: mail.attempts + 1, notBefore: until })
    .where('caseId', '=', mail.caseId)
    .where('seq', '=', mail.seq)
    .where('attempts', '=', mail.attempts)
    .where('sentAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lets go of one that was claimed and not accepted; it is tried again from `until`. */
export async function putOffSafetyMail(db: Connection, mail: SafetyMail, until: Instant): Promise<void> {
  await db
    .updateTable('safetyMails')
    .set({ notBefore: until })
    .where('caseId', '=', mail.caseId)
    .where('seq', '=', mail.seq)
    .where('attempts', '=', mail.attempts + 1)
    .where('sentAt', 'is', null)
    .execute();
}

export async function markSafetyMailSent(db: Connection, mail: SafetyMail, at: Instant): Promise<void> {
  await db
    .updateTable('safetyMails')
    .set({ sentAt: at })
    .where('caseId', '=', mail.caseId)
    .where('seq', '=', mail.seq)
    .where('sentAt', 'is', null)
    .execute();
}

export function listSafetyMails(db: Connection, caseId: string): Promise<SafetyMailsTable[]> {
  return db.selectFrom('safetyMails').selectAll().where('caseId', '=', caseId).orderBy('seq').execute();
}

import type { Instant, IsoDate } from '../../domain/dates.ts';
import type { MailState } from '../../domain/mail-api.ts';
import type { Connection } from './database.ts';

/**
 * What is to go out by e-mail, put here in the transaction of what it is about. It holds nothing of what was said and
 * nothing of what will stand in it: an e-mail is made when it goes, of what is so then.
 */
export interface MailsTable {
  /** What it is and for whom, so that the same can never wait twice. */
  key: string;
  kind: MailKind;
  /** The event that it is about, by its place in its case; null in what tells of a day. */
  caseId: string | null;
  seq: number | null;
  /** The id of an account; for senior managers, who have none, the address. Null: the safeguarding team. */
  recipient: string | null;
  /** The only day, in England, on which it goes; null when it goes however late it is. */
  day: string | null;
  queuedAt: string;
  /** How often it was taken in hand. Whoever takes it raises it, so only one of several can. */
  attempts: number;
  /** Nobody takes it in hand before: while somebody has it, and between attempts. */
  notBefore: string;
  /** When a mail server accepted it. */
  sentAt: string | null;
  /** When it was given up: its day is over, or there is nothing left to say. */
  droppedAt: string | null;
  /** When it was last not accepted, and the code of why; never a mail server's words. */
  failedAt: string | null;
  failure: string | null;
}

export type ReminderKind = 'morning' | 'late' | 'stays-late';
export type MailKind = 'safety' | 'worse' | ReminderKind;

/**
 * Who may not be safe has a lane of their own, sent by a loop of its own: nothing that is slow, refused or plenty in
 * the other one holds it up.
 */
export type Lane = 'safety' | 'reminders';

export type Mail = Omit<MailsTable, 'notBefore' | 'sentAt' | 'droppedAt' | 'failedAt' | 'failure'>;

export interface Raised {
  caseId: string;
  seq: number;
  at: Instant;
}

export function queueSafetyMails(db: Connection, raised: Raised[]): Promise<void> {
  return queueMails(
    db,
    raised.map(({ caseId, seq, at }) => ({
      ...{ key: `safety/${caseId}/${seq}`, kind: 'safety', caseId, seq, recipient: null, day: null },
      queuedAt: at,
    })),
  );
}

/** That things are worse for somebody: to each of these accounts, on whatever day it can go. */
export function queueWorseMails(db: Connection, raised: Raised[], staff: readonly string[]): Promise<void> {
  return queueMails(
    db,
    raised.flatMap(({ caseId, seq, at }) =>
      staff.map((recipient) => ({
        ...{ key: `worse/${caseId}/${seq}/${recipient}`, kind: 'worse' as const, caseId, seq, recipient, day: null },
        queuedAt: at,
      })),
    ),
  );
}

/** Throws a unique violation when one of them waits, or has gone, already. */
export async function queueMails(db: Connection, mails: readonly Omit<Mail, 'attempts'>[]): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map((mail) => ({
    ...mail,
    ...{ attempts: 0, notBefore: mail.queuedAt, sentAt: null, droppedAt: null, failedAt: null, failure: null },
  }));
  await db.insertInto('mails').values(rows).execute();
}

/** The one that has waited longest of those that may be taken in hand now. */
export function nextMail(
  db: Connection,
  lane: Lane,
  { at, today }: { at: Instant; today: IsoDate },
): Promise<Mail | undefined> {
  return db
    .selectFrom('mails')
    .select(['key', 'kind', 'caseId', 'seq', 'recipient', 'day', 'queuedAt', 'attempts'])
    .where('sentAt', 'is', null)
    .where('droppedAt', 'is', null)
    .where('notBefore', '<=', at)
    .where('kind', lane === 'safety' ? '=' : '<>', 'safety')
    .where(({ or, eb }) => or([eb('day', 'is', null), eb('day', '=', today)]))
    .orderBy('queuedAt')
    .orderBy('key')
    .executeTakeFirst();
}

/**
 * Takes it in hand until `until`: it is anybody's again when it has not been sent by then. False when somebody else
 * was first; the row decides, not the clocks of those who ask.
 */
export async function claimMail(db: Connection, mail: Mail, until: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mails')
    .set({ attempts: mail.attempts + 1, notBefore: until })
    .where('key', '=', mail.key)
    .where('attempts', '=', mail.attempts)
    .where('sentAt', 'is', null)
    .where('droppedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lets go of one that was claimed and not accepted; it is tried again from `until`. */
export async function putOffMail(
  db: Connection,
  mail: Mail,
  { until, at, failure }: { until: Instant; at: Instant; failure: string },
): Promise<void> {
  await db
    .updateTable('mails')
    .set({ notBefore: until, failedAt: at, failure })
    .where('key', '=', mail.key)
    .where('attempts', '=', mail.attempts + 1)
    .where('sentAt', 'is', null)
    .execute();
}

export async function markMailSent(db: Connection, { key }: Pick<Mail, 'key'>, at: Instant): Promise<void> {
  await db.updateTable('mails').set({ sentAt: at }).where('key', '=', key).where('sentAt', 'is', null).execute();
}

/** What became of those about safety, by the event. */
export async function listSafetyMails(
  db: Connection,
  caseId: string,
): Promise<{ seq: number; sentAt: string | null }[]> {
  const rows = await db
    .selectFrom('mails')
    .select(['seq', 'sentAt'])
    .where('caseId', '=', caseId)
    .where('kind', '=', 'safety')
    .orderBy('seq')
    .execute();
  return rows.flatMap(({ seq, sentAt }) => (seq === null ? [] : [{ seq, sentAt }]));
}

/** How it stands with all of them; what was for another day only waits no longer. */
export async function readMailState(db: Connection, today: IsoDate): Promise<Omit<MailState, 'isSet'>> {
  const sent = await db
    .selectFrom('mails')
    .select(({ fn }) => fn.max('sentAt').as('at'))
    .executeTakeFirst();
  const waiting = await db
    .selectFrom('mails')
    .select(({ fn }) => [fn.countAll().as('count'), fn.min('queuedAt').as('since')])
    .where('sentAt', 'is', null)
    .where('droppedAt', 'is', null)
    .where(({ or, eb }) => or([eb('day', 'is', null), eb('day', '=', today)]))
    .executeTakeFirst();
  const failed = await db
    .selectFrom('mails')
    .select(['failedAt', 'failure'])
    .where('failedAt', 'is not', null)
    .orderBy('failedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { failedAt, failure } = failed ?? {};
  return {
    lastSentAt: sent?.at ?? null,
    waiting: Number(waiting?.count ?? 0),
    waitingSince: waiting?.since ?? null,
    lastFailure: failedAt && failure ? { at: failedAt, code: failure } : null,
  };
}

import type { Logger } from 'pino';
import type { Instant } from '../../domain/dates.ts';
import { findCase } from '../store/cases.ts';
import type { Db } from '../store/database.ts';
import { listEvents } from '../store/events.ts';
import {
  claimSafetyMail,
  markSafetyMailSent,
  nextSafetyMail,
  putOffSafetyMail,
  type SafetyMail,
} from '../store/safety-mails.ts';
import { codeOf } from '../web/error-code.ts';
import type { Post } from './post.ts';
import { type MailPlace, type Written, writeSafetyMail } from './write-safety-mail.ts';

export interface SendingNeeds {
  db: Db;
  post: Post;
  place: MailPlace;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  now: () => Instant;
}

/**
 * How long one that is being sent is nobody else's, in milliseconds: longer than a mail server is waited for. One that
 * was claimed by a process that died is tried again after it.
 */
export const lease = 2 * 60_000;

const firstWait = 5_000;
const longestWait = 5 * 60_000;

/** Twice as long after each attempt, up to five minutes, for ever: somebody may not be safe. */
export function waitAfter(attempts: number): number {
  return Math.min(longestWait, firstWait * 2 ** (attempts - 1));
}

/**
 * Sends what may go now, one after the other, the oldest first, until nothing is left or the mail server cannot be
 * reached. Each is sent at least once; a repetition, after a crash between the server's yes and our note of it, has
 * the same Message-ID. Never throws: what goes wrong is logged, and tried again the next time.
 */
export async function sendSafetyMails(needs: SendingNeeds, signal: AbortSignal): Promise<void> {
  const { db, log, now } = needs;
  try {
    while (!signal.aborted) {
      const mail = await nextSafetyMail(db, now());
      if (!mail) return;
      // Somebody else was first: theirs now.
      if (!(await claimSafetyMail(db, mail, after(now(), lease)))) continue;
      if ((await send(needs, mail)) === 'unreachable') return;
    }
  } catch (error) {
    log.error({ code: codeOf(error) }, 'the safeguarding e-mails could not be looked after; they stay queued');
  }
}

async function send({ db, post, place, log, now }: SendingNeeds, mail: SafetyMail) {
  const attempts = mail.attempts + 1;
  const written = await write(db, mail, place, now());
  const posted = await post(written);
  if (posted.outcome === 'accepted') {
    await markSafetyMailSent(db, mail, now());
    log.info({ attempts, queuedAt: mail.queuedAt }, 'a safeguarding e-mail was accepted');
    return posted.outcome;
  }
  const { outcome, ...why } = posted;
  await putOffSafetyMail(db, mail, after(now(), waitAfter(attempts)));
  log.warn({ ...why, attempts, queuedAt: mail.queuedAt }, 'a safeguarding e-mail was not accepted; it is tried again');
  return outcome;
}

async function write(db: Db, { caseId, seq }: SafetyMail, place: MailPlace, now: Instant): Promise<Written> {
  const found = await findCase(db, caseId);
  const event = (await listEvents(db, caseId))[seq - 1];
  if (!found || event?.type !== 'safety-raised') throw new Error('A safeguarding e-mail without its event.');
  return writeSafetyMail({ caseId, seq, reference: found.reference, said: event.said, raisedAt: event.at }, place, now);
}

function after(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

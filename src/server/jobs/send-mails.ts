import type { Logger } from 'pino';
import { type Instant, londonDate } from '../../domain/dates.ts';
import type { Db } from '../store/database.ts';
import { claimMail, type Lane, type Mail, markMailSent, nextMail, putOffMail } from '../store/mails.ts';
import { dropMails } from '../store/told.ts';
import { codeOf } from '../web/error-code.ts';
import type { Addressed } from './addressed.ts';
import type { Post } from './post.ts';

export interface SendingNeeds {
  db: Db;
  post: Post;
  /** Makes it, of what is so now; undefined when there is nothing left to say, or nobody to say it to. */
  write: (mail: Mail) => Promise<Addressed | undefined>;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  now: () => Instant;
}

/**
 * How long one that is being sent is nobody else's, in milliseconds: longer than a mail server is waited for. One that
 * was claimed by a process that died is tried again after it.
 */
export const lease = 2 * 60_000;

const firstWait = 5_000;
/** Somebody may not be safe: it is tried often. A digest of the day is not refused two hundred times. */
const longestWait: Record<Lane, number> = { safety: 5 * 60_000, reminders: 30 * 60_000 };

/** Twice as long after each attempt up to the longest; those about safety for ever, others until their day is over. */
export function waitAfter(attempts: number, lane: Lane = 'safety'): number {
  return Math.min(longestWait[lane], firstWait * 2 ** (attempts - 1));
}

/**
 * Sends what may go now of one lane, one after the other, the oldest first, until nothing is left or the mail server
 * cannot be reached. Each is sent at least once; a repetition, after a crash between the server's yes and our note of
 * it, has the same Message-ID. Never throws: what goes wrong is logged, and tried again the next time.
 */
export async function sendMails(needs: SendingNeeds, lane: Lane, signal: AbortSignal): Promise<void> {
  const { db, log, now } = needs;
  try {
    while (!signal.aborted) {
      const at = now();
      const mail = await nextMail(db, lane, { at, today: londonDate(at) });
      if (!mail) return;
      // Somebody else was first: theirs now.
      if (!(await claimMail(db, mail, after(at, lease)))) continue;
      if ((await send(needs, lane, mail)) === 'unreachable') return;
    }
  } catch (error) {
    log.error({ code: codeOf(error), lane }, 'the e-mails could not be looked after; they stay queued');
  }
}

async function send({ db, post, write, log, now }: SendingNeeds, lane: Lane, mail: Mail) {
  const { kind, queuedAt } = mail;
  const attempts = mail.attempts + 1;
  const written = await write(mail);
  if (!written) {
    await dropMails(db, mail, now());
    log.info({ kind, queuedAt }, 'an e-mail had nothing left to say');
    return 'dropped';
  }
  const posted = await post(written.mail, written.to);
  if (posted.outcome === 'accepted') {
    await markMailSent(db, mail, now());
    log.info({ kind, attempts, queuedAt }, 'an e-mail was accepted');
    return posted.outcome;
  }
  const { outcome, ...why } = posted;
  const failure = String(why.responseCode ?? why.code);
  await putOffMail(db, mail, { until: after(now(), waitAfter(attempts, lane)), at: now(), failure });
  log.warn({ ...why, kind, attempts, queuedAt }, 'an e-mail was not accepted; it is tried again');
  return outcome;
}

function after(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

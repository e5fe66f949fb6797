import type { Logger } from 'pino';
import type { Council } from '../../domain/council.ts';
import type { Instant } from '../../domain/dates.ts';
import { keptSince } from '../../domain/reminders.ts';
import type { Db } from '../store/database.ts';
import { forgetOldMails } from '../store/old-mails.ts';
import { forgetOldAttempts } from '../store/sign-in-attempts.ts';
import { codeOf } from '../web/error-code.ts';
import { endBlindAssignments } from './end-blind-assignments.ts';
import { type Job, keepAtIt } from './keep-at-it.ts';

/** How often somebody looks, in milliseconds. Each of several processes does: there is hardly ever anything to do. */
const every = 10 * 60_000;

export interface HousekeepingNeeds {
  db: Db;
  council: Pick<Council, 'procedure' | 'reminders'>;
  log: Pick<Logger, 'info' | 'error'>;
  now: () => Instant;
}

/** What nobody asks for and somebody must see to, with or without a mail server, for as long as the server runs. */
export function startHousekeeping(needs: HousekeepingNeeds): Job {
  return keepAtIt(() => keepHouse(needs), every);
}

/** One turn of it. Never throws: what goes wrong is logged, and done at the next turn. */
export async function keepHouse({ db, council, log, now }: HousekeepingNeeds): Promise<void> {
  try {
    const cases = await endBlindAssignments({ db, procedure: council.procedure, now });
    if (cases > 0) log.info({ cases }, 'cases were taken from whom they are kept, and are to be given to somebody');
    const mails = await forgetOldMails(db, keptSince(council.reminders, now()));
    if (mails > 0) log.info({ mails }, 'old e-mails of the day were forgotten');
    const attempts = await forgetOldAttempts(db, Date.now());
    if (attempts > 0) log.info({ attempts }, 'places where attempts were counted were emptied');
  } catch (error) {
    log.error({ code: codeOf(error) }, 'the housekeeping could not be done; it is done at the next turn');
  }
}

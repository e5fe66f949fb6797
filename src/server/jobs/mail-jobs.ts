import { randomUUID } from 'node:crypto';
import type { Council } from '../../domain/council.ts';
import { type Job, keepAtIt } from './keep-at-it.ts';
import { type SendingNeeds, sendMails } from './send-mails.ts';
import { tellOfTheDay } from './tell-of-the-day.ts';
import { writeMail } from './write-mail.ts';

/** How often somebody looks for what is to be sent again, or was left by another process, in milliseconds. */
const sendEvery = 5_000;
const remindersEvery = 15_000;
/** How often somebody looks whether it is time to tell of the day: well within the time for which it is their turn. */
const tellEvery = 30_000;

interface Needs extends Omit<SendingNeeds, 'write'> {
  council: Council;
  publicUrl: URL;
  seniors: readonly string[];
}

export interface MailJobs {
  /** Tells at once of those who may not be safe. */
  safetyMail: Job;
  stop: (patience: number) => Promise<void>;
}

/** Sends every e-mail that waits, and makes those of each day, for as long as the server runs. */
export function startMailJobs(needs: Needs): MailJobs {
  const sending = { ...needs, write: (mail: Parameters<typeof writeMail>[1]) => writeMail(needs, mail) };
  const safetyMail = keepAtIt((signal) => sendMails(sending, 'safety', signal), sendEvery);
  const reminders = keepAtIt((signal) => sendMails(sending, 'reminders', signal), remindersEvery);
  const telling = { ...needs, holder: randomUUID(), onQueued: reminders.nudge };
  const day = keepAtIt(() => tellOfTheDay(telling), tellEvery);
  return {
    safetyMail,
    stop: async (patience) => {
      await Promise.all([day, safetyMail, reminders].map((job) => job.stop(patience)));
    },
  };
}

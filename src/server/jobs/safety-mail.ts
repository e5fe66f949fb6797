import { type Job, keepAtIt } from './keep-at-it.ts';
import { type SendingNeeds, sendSafetyMails } from './send-safety-mails.ts';

/** How often somebody looks for what is to be sent again, or was left by another process, in milliseconds. */
const every = 5_000;

/** Tells staff by e-mail of those who may not be safe, for as long as the server runs. */
export function startSafetyMail(needs: SendingNeeds): Job {
  return keepAtIt((signal) => sendSafetyMails(needs, signal), every);
}

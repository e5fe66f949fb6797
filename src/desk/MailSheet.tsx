import type { MailState } from '../domain/mail-api.ts';
import { shortInstant } from './dates.ts';
import { deskWords } from './words.ts';

/** Whether staff are told by e-mail: nobody notices an e-mail that does not come. */
export function MailSheet({ state }: { state: MailState }) {
  const { t } = deskWords;
  const { isSet, waiting, waitingSince, lastSentAt, lastFailure } = state;
  const at = (instant: string) => shortInstant(instant, new Date().toISOString());
  // A failure of before the last that went is over, unless something waits still.
  const fails = lastFailure && (waiting > 0 || lastFailure.at > (lastSentAt ?? '')) ? lastFailure : undefined;
  return (
    <section class="sheet" aria-labelledby="mail-title">
      <h2 id="mail-title">{t('mail.title')}</h2>
      {!isSet && <p class="notice">{t('mail.off')}</p>}
      <p>{lastSentAt ? t('mail.last', { when: at(lastSentAt) }) : t('mail.none')}</p>
      {isSet && waiting === 0 && <p>{t('mail.nothingWaits')}</p>}
      {waitingSince && <p>{t('mail.waiting', { count: waiting, when: at(waitingSince) })}</p>}
      {isSet && fails && <p class="notice">{t('mail.failure', { when: at(fails.at), code: fails.code })}</p>}
    </section>
  );
}

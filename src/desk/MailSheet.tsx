import type { MailState } from '../domain/mail-api.ts';
import { shortInstant } from './dates.ts';
import { deskWords } from './words.ts';

/** Whether somebody should look: then it stands first on its page. A failure of before the last that went is over. */
export function isMailTrouble({ isSet, waiting, lastSentAt, lastFailure }: MailState): boolean {
  return !isSet || (lastFailure !== null && (waiting > 0 || lastFailure.at > (lastSentAt ?? '')));
}

/** Whether staff are told by e-mail: nobody notices an e-mail that does not come. */
export function MailSheet({ state }: { state: MailState }) {
  const { t } = deskWords;
  const { isSet, waiting, waitingSince, lastSentAt, lastFailure } = state;
  const at = (instant: string) => shortInstant(instant, new Date().toISOString());
  return (
    <section class="sheet" aria-labelledby="mail-title">
      <h2 id="mail-title">{t('mail.title')}</h2>
      {!isSet && <p class="notice">{t('mail.off')}</p>}
      <p>{lastSentAt ? t('mail.last', { when: at(lastSentAt) }) : t('mail.none')}</p>
      {isSet && waiting === 0 && <p>{t('mail.nothingWaits')}</p>}
      {waitingSince && <p>{t('mail.waiting', { count: waiting, when: at(waitingSince) })}</p>}
      {isSet && lastFailure && isMailTrouble(state) && (
        <p class="notice">{t('mail.failure', { when: at(lastFailure.at), code: lastFailure.code })}</p>
      )}
    </section>
  );
}

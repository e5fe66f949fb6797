import type { CaseDetail } from '../domain/desk-api.ts';
import { shortDate, shortInstant } from './dates.ts';
import { Typed } from './Typed.tsx';
import { deskWords } from './words.ts';

/** What the person asked for, because the council was late or an answer did not settle it; what waits is marked. */
export function Asks({ it }: { it: CaseDetail }) {
  const { t } = deskWords;
  if (it.asks.length === 0) return null;
  return (
    <section class="asks" aria-labelledby="asks-title">
      <h3 id="asks-title">{t('asks.title')}</h3>
      <ul class="asks-list">
        {it.asks.map((ask) => (
          <li key={ask.at}>
            <p>
              {t('asks.asked', { what: t(`asks.for.${ask.for}`), when: shortInstant(ask.at, it.asOf) })}{' '}
              {ask.waits && <span class="tag tag-unread">{t('asks.open')}</span>}
            </p>
            {ask.waits && it.message && (
              <p class="help">{t('message.answerBy', { date: shortDate(it.message.answerBy, it.asOf) })}</p>
            )}
            {ask.why && (
              <blockquote class="asks-why" dir="auto">
                <Typed text={ask.why} />
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { ageBetween, writtenBefore } from '../domain/age.ts';
import type { Instant, IsoDate } from '../domain/dates.ts';
import type { CaseSummary } from '../domain/desk-api.ts';
import { shortInstant } from './dates.ts';
import { deskWords } from './words.ts';

interface UnsafeMarkProps {
  unsafe: NonNullable<CaseSummary['unsafe']>;
  today: IsoDate;
  /** The server's clock, which the age is counted to. */
  at: Instant;
}

/** That somebody is not safe, by word, shape and colour, and how long that has been known. */
export function UnsafeMark({ unsafe: { said, since, writtenAt }, today, at }: UnsafeMarkProps) {
  const { t } = deskWords;
  const written = writtenBefore(writtenAt, since);
  return (
    <span class="unsafe">
      <Warning />
      <span class="unsafe-words">
        <b>{t(`unsafe.${said}`)}</b>{' '}
        <span>
          {t('unsafe.since', { when: shortInstant(since, today), age: ageOf(since, at) })}
          {written && `; ${t('unsafe.written', { when: shortInstant(written, today), age: ageOf(written, at) })}`}
        </span>
      </span>
    </span>
  );
}

/** That things are worse for somebody: like the mark of who is not safe, and never instead of it. */
export function WorseMark({ since, today, at }: { since: Instant; today: IsoDate; at: Instant }) {
  const { t } = deskWords;
  return (
    <span class="unsafe">
      <Warning />
      <span class="unsafe-words">
        <b>{t('now.mark')}</b>{' '}
        <span>{t('now.since', { when: shortInstant(since, today), age: ageOf(since, at) })}</span>
      </span>
    </span>
  );
}

function ageOf(since: Instant, at: Instant): string {
  const { unit, count } = ageBetween(since, at);
  return deskWords.t(`age.${unit}`, { count });
}

/** A triangle, which nothing else at the desk is. */
function Warning() {
  return (
    <svg class="warning-shape" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3 2.5 20.5h19Z" />
      <path class="warning-mark" d="M12 10v4.5M12 17.2v.3" />
    </svg>
  );
}

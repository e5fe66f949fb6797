import { ageBetween } from '../domain/age.ts';
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
export function UnsafeMark({ unsafe: { said, since }, today, at }: UnsafeMarkProps) {
  const { t } = deskWords;
  const { unit, count } = ageBetween(since, at);
  return (
    <span class="unsafe">
      <Warning />
      <span class="unsafe-words">
        <b>{t(`unsafe.${said}`)}</b>{' '}
        <span>{t('unsafe.since', { when: shortInstant(since, today), age: t(`age.${unit}`, { count }) })}</span>
      </span>
    </span>
  );
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

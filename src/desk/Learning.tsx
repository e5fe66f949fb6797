import type { IsoDate } from '../domain/dates.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import type { Learned } from '../domain/learning.ts';
import { shortDate } from './dates.ts';
import { Typed } from './Typed.tsx';
import { deskWords } from './words.ts';

/** What is to be done because of a case, and what of it was. */
export function Learning({ it }: { it: CaseDetail }) {
  if (it.learning.length === 0) return null;
  return (
    <section aria-labelledby="learning-title">
      <h3 id="learning-title">{deskWords.t('learning.title')}</h3>
      <ul class="learning">
        {it.learning.map((each) => (
          <li key={each.number}>
            <Typed text={each.what} />
            <span class={isLate(each, it.asOf) ? 'late' : 'help'}>{stateWords(each, it.asOf)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isLate({ due, doneOn }: Learned, today: IsoDate): boolean {
  return !doneOn && due < today;
}

function stateWords(it: Learned, today: IsoDate): string {
  const { t } = deskWords;
  const { owner, due, doneOn, doneBy } = it;
  if (doneOn) {
    const date = shortDate(doneOn, today);
    return doneBy ? t('learning.doneBy', { date, name: doneBy }) : t('learning.done', { date });
  }
  return t(isLate(it, today) ? 'learning.late' : 'learning.by', { owner, date: shortDate(due, today) });
}

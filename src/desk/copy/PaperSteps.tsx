import type { InvestigatorCopy } from '../../domain/investigator-copy.ts';
import { receivedDay, shortDate } from '../dates.ts';
import { deskWords } from '../words.ts';
import { anotherYear } from './paper-dates.ts';

/** The steps with the date that each had and the date on which it was done; nothing that counts days from today. */
export function PaperSteps({ copy }: { copy: Pick<InvestigatorCopy, 'receivedAt' | 'recorded' | 'timeline'> }) {
  const { t } = deskWords;
  return (
    <table class="paper-steps">
      <thead>
        <tr>
          <th scope="col">{t('copy.step')}</th>
          <th scope="col">{t('copy.due')}</th>
          <th scope="col">{t('copy.done')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('step.received')}</th>
          <td />
          <td>{receivedDay(copy, anotherYear)}</td>
        </tr>
        {copy.timeline.map(({ step, due, doneAt, state, certain }) => (
          <tr key={step}>
            <th scope="row">{t(`step.${step}`)}</th>
            <td>
              {due && shortDate(due, anotherYear)}
              {due && !certain && `, ${t('due.mayMove')}`}
            </td>
            <td>{doneAt ? shortDate(doneAt, anotherYear) : t(`copy.state.${state === 'late' ? 'late' : 'open'}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

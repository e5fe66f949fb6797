import type { Instant } from '../../domain/dates.ts';
import type { Step } from '../../domain/steps.ts';
import { shortDate, shortInstant } from '../dates.ts';
import { deskWords } from '../words.ts';
import { anotherYear } from './paper-dates.ts';

/** The steps with the date that each had and the date on which it was done; nothing that counts days from today. */
export function PaperSteps({ receivedAt, timeline }: { receivedAt: Instant; timeline: readonly Step[] }) {
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
          <td>{shortInstant(receivedAt, anotherYear)}</td>
        </tr>
        {timeline.map(({ step, due, doneAt, state, certain }) => (
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

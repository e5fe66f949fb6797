import type { IsoDate } from '../domain/dates.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import type { Step } from '../domain/steps.ts';
import { receivedDay, shortDate } from './dates.ts';
import { dueWords } from './due-words.ts';
import { deskWords } from './words.ts';

/** The way of a case: what was done and when, what is next and by when. Four states, four shapes. */
export function Steps({ it }: { it: Pick<CaseDetail, 'receivedAt' | 'recorded' | 'timeline' | 'asOf'> }) {
  const { t } = deskWords;
  const { timeline, asOf: today } = it;
  return (
    <ol class="steps">
      <li class="step step-done">
        <Stone state="done" />
        <span class="step-name">{t('step.received')}</span>
        <span class="step-day">{receivedDay(it, today)}</span>
      </li>
      {timeline.map((step) => (
        <li key={step.step} class={`step step-${step.state}`}>
          <Stone state={step.state} />
          <span class="step-name">{t(`step.${step.step}`)}</span>
          <StepDay step={step} today={today} />
        </li>
      ))}
    </ol>
  );
}

function StepDay({ step, today }: { step: Step; today: IsoDate }) {
  const { t } = deskWords;
  if (step.state === 'done') {
    return <span class="step-day">{step.doneAt && shortDate(step.doneAt, today)}</span>;
  }
  const { day, left } = dueWords(step, today);
  return (
    <>
      <span class="step-day">{day}</span>
      <span class="step-left">{step.certain ? left : `${left}, ${t('due.mayMove')}`}</span>
    </>
  );
}

function Stone({ state }: { state: Step['state'] }) {
  return (
    <svg class="stone" viewBox="0 0 66 60" role="img" aria-label={deskWords.t(`state.${state}`)}>
      <path class="stone-shape" d="M5 31C4 15 17 5 34 5s28 11 27 26c-1 15-13 22-28 22S6 46 5 31Z" />
      {state === 'done' && <path class="stone-mark" d="M21 30l8 9 17-19" />}
      {state === 'late' && <path class="stone-mark" d="M33 16v18M33 43v1" />}
    </svg>
  );
}

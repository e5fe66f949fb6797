import type { Answers } from '../device/answers.ts';
import { londonDate } from '../domain/dates.ts';
import { ombudsmanOffice } from '../domain/ombudsman.ts';
import type { WhatToAsk } from '../domain/what-to-ask.ts';
import { appWords } from '../words/app-words.ts';
import { offered, type QuestionName } from './journey.ts';
import type { SentItem } from './use-kept.ts';

export interface NextStepProps {
  item: SentItem;
  what: WhatToAsk;
  /** Says more: at a question, with what is answered there so far. */
  onAddMore: (at: QuestionName, said?: Answers) => void;
}

/** What can be asked of the council now: that they are late, or that there is a next stage; who helps; who else to ask. */
export function NextStep({ item, what, onAddMore }: NextStepProps) {
  const { t, date } = appWords;
  const { why, step, due, ask, asked, ombudsman } = what;
  const isLate = why === 'late';
  const { kind, voice } = item;
  const hasAdvocates = offered({ answers: { kind, ...(voice && { voice }) }, isAddition: true }).includes('advocate');
  const asksWhy = isLate && due ? t('nextStep.waited', { date: date(due) }) : '';
  return (
    <section class={isLate ? 'next-step next-step-late' : 'next-step'} aria-label={t('nextStep.label')}>
      {isLate && (
        <p>
          <strong>{t('state.late')}.</strong> {t(`steps.${step}.late`)}
        </p>
      )}
      {asked && <p>{t('nextStep.asked', { date: date(londonDate(asked.at)) })}</p>}
      {ask && !asked && (
        <button
          type="button"
          class={isLate ? 'way-forward' : 'way-aside'}
          onClick={() => onAddMore('ask-next', { asksFor: ask, asksWhy })}
        >
          {t(`nextStep.for.${ask}`)}
        </button>
      )}
      {isLate && hasAdvocates && (
        <button type="button" class="way-aside" onClick={() => onAddMore('advocate')}>
          {t('advocate.own.title')}
        </button>
      )}
      {ombudsman && why !== 'open' && <Ombudsman isNow={ombudsman === 'now'} />}
    </section>
  );
}

function Ombudsman({ isNow }: { isNow: boolean }) {
  const { t } = appWords;
  const { phone } = ombudsmanOffice;
  return (
    <>
      <p>{t(isNow ? 'nextStep.ombudsman' : 'nextStep.ombudsmanMayWait')}</p>
      <a class="way-aside" href={`tel:${phone.replaceAll(' ', '')}`}>
        {t('safe.emergencyCall', { number: phone })}
      </a>
    </>
  );
}

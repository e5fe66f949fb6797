import council from 'virtual:council';
import { useState } from 'preact/hooks';
import { type Answers, DraftConflict } from '../../device/drafts.ts';
import { Trouble } from '../../ui/Notice.tsx';
import { type AppKey, appWords } from '../../words/app-words.ts';
import { check as checkStep, progressOf, questionOf } from '../journey.ts';
import { QuestionForm } from '../QuestionForm.tsx';

interface CheckProps {
  answers: Answers;
  takesFocus: boolean;
  onChange: (step: string) => void;
  /** Resolves when it is on the phone for good; rejects when it could not be kept. */
  onSend: () => Promise<void>;
}

/** "Is this right?": everything that will be sent, each part with a way to change it. */
export function Check({ answers, takesFocus, onChange, onSend }: CheckProps) {
  const { t } = appWords;
  const [state, setState] = useState<'ready' | 'sending' | 'failed' | 'changed'>('ready');

  const send = async () => {
    if (state === 'sending') return;
    setState('sending');
    await onSend().catch((error: unknown) => setState(error instanceof DraftConflict ? 'changed' : 'failed'));
  };

  return (
    <QuestionForm
      title={t('check.title')}
      help={t('check.help')}
      progress={progressOf({ answers, step: checkStep })}
      takesFocus={takesFocus}
      submit={{ label: t(state === 'sending' ? 'check.sending' : 'check.send') }}
      onSubmit={() => void send()}
    >
      <dl class="answers">
        {linesOf(answers).map(({ step, name, text }) => (
          <div key={step}>
            <dt>{t(name)}</dt>
            <dd class={step === 'words' ? 'own-words' : ''}>{text}</dd>
            <dd>
              <button type="button" class="change" onClick={() => onChange(step)}>
                {t('check.change')} <span class="unseen">{t(name)}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {state === 'changed' && <Trouble>{t('check.changed')}</Trouble>}
      {state === 'failed' && <Trouble>{t('check.failed', { phone: council.complaintsTeam.phones[0] ?? '' })}</Trouble>}
    </QuestionForm>
  );
}

function linesOf(answers: Answers): { step: string; name: AppKey; text: string }[] {
  const { t } = appWords;
  const { voice, kind, words, advocate } = answers;
  const lines = [
    { step: 'kind', name: 'check.kind', text: kind ? t(`kind.${kind}`) : t('check.notAnswered') },
    { step: 'words', name: 'check.words', text: words ?? '' },
    { step: 'who', name: 'check.who', text: t(`who.${voice ?? 'not-said'}`) },
    { step: 'advocate', name: 'check.advocate', text: advocate ? t(`advocate.${advocate}`) : t('check.notAnswered') },
  ] as const;
  return lines.filter(({ step }) => questionOf(step)?.isAsked(answers));
}

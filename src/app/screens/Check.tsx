import council from 'virtual:council';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { saysSomething } from '../../device/answers.ts';
import { type Draft, DraftConflict } from '../../device/drafts.ts';
import { Trouble } from '../../ui/Notice.tsx';
import { type AppKey, appWords } from '../../words/app-words.ts';
import { labelOf, linesOf, notSaidYet } from '../answer-lines.ts';
import { check, isHelper, progressOf, type QuestionName } from '../journey.ts';
import { QuestionForm } from '../QuestionForm.tsx';
import { questions } from '../questions/all.ts';

interface CheckProps {
  draft: Draft;
  child: string | undefined;
  takesFocus: boolean;
  onChange: (step: QuestionName) => void;
  /** Resolves when it is on the phone for good or with the council; rejects when it is neither. */
  onSend: () => Promise<void>;
  /** Nothing was added after all. */
  onLeave: () => void;
  /** It was pressed before, where there was nothing to check. */
  isSentAtOnce: boolean;
}

/** "Is this right?": everything that will be sent, each part with a way to change it, and what may be added. */
export function Check({ draft, child, takesFocus, onChange, onSend, onLeave, isSentAtOnce }: CheckProps) {
  const { t } = appWords;
  const { isAddition = false } = draft;
  const [state, setState] = useState<'ready' | 'sending' | 'failed' | 'changed'>('ready');
  const isEmpty = isAddition && !saysSomething(draft.answers);

  const send = async () => {
    if (isEmpty) return onLeave();
    if (state === 'sending') return;
    setState('sending');
    await onSend().catch((error: unknown) => setState(error instanceof DraftConflict ? 'changed' : 'failed'));
  };

  useEffect(() => {
    if (isSentAtOnce) void send();
  }, []);

  const offers = <Offers draft={draft} onChoose={onChange} />;
  return (
    <QuestionForm
      {...textsOf(draft)}
      progress={progressOf({ ...draft, step: check })}
      child={child}
      takesFocus={takesFocus}
      submit={{ label: t(submitLabel(draft, state === 'sending', isEmpty)), isQuiet: isEmpty }}
      onSubmit={() => void send()}
      after={!isAddition && <More>{offers}</More>}
    >
      <dl class="answers">
        {linesOf(draft).map(({ step, label, text }) => (
          <div key={step}>
            <dt>{t(label)}</dt>
            <dd class={step === 'words' || step === 'wanted' ? 'own-words' : ''} dir="auto">
              {appWords.register === 'younger' && questions[step].drawn?.(draft.answers)}
              {text}
            </dd>
            <dd>
              <button type="button" class="change" onClick={() => onChange(step)}>
                {t('check.change')} <span class="unseen">{t(label)}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {isAddition && offers}
      {state === 'changed' && <Trouble>{t('check.changed')}</Trouble>}
      {state === 'failed' && <Trouble>{t('check.failed', { phone: council.complaintsTeam.phones[0] ?? '' })}</Trouble>}
    </QuestionForm>
  );
}

/** Below "Send": what may be added is never between a person and sending. */
function More({ children }: { children: ComponentChildren }) {
  return (
    <div class="rows">
      <details class="row">
        <summary>{appWords.t('more.offer')}</summary>
        {children}
      </details>
    </div>
  );
}

function Offers({ draft, onChoose }: { draft: Draft; onChoose: (step: QuestionName) => void }) {
  return (
    <div class="rows">
      {notSaidYet(draft).map((name) => (
        <button key={name} type="button" class="offer" onClick={() => onChoose(name)}>
          {appWords.t(name === 'words' ? 'words.more' : labelOf(name, draft.answers))}
        </button>
      ))}
    </div>
  );
}

function textsOf({ answers, isAddition }: Draft): { title: string; help: string } {
  const { t } = appWords;
  if (isAddition) return { title: t('more.title'), help: t(isHelper(answers) ? 'more.helpOfHelper' : 'more.help') };
  const isReadBack = isHelper(answers) && answers.whoseWords?.startsWith('child-typed');
  if (isReadBack) return { title: t('check.readBack'), help: t('check.readBackHelp') };
  return { title: t('check.title'), help: t('check.help') };
}

function submitLabel({ answers, isAddition }: Draft, isSending: boolean, isEmpty: boolean): AppKey {
  if (isEmpty) return 'more.nothing';
  if (isSending) return 'check.sending';
  if (isAddition) return 'more.send';
  return answers.kind === 'compliment' ? 'check.sendThanks' : 'check.send';
}

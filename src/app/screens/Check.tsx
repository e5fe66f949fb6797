import council from 'virtual:council';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Answers, saysSomething } from '../../device/answers.ts';
import { type Draft, DraftConflict } from '../../device/drafts.ts';
import { Trouble } from '../../ui/Notice.tsx';
import { type AppKey, appWords } from '../../words/app-words.ts';
import { type AnswerLine, labelOf, linesOf, notSaidYet, whoseWords } from '../answer-lines.ts';
import { check, progressOf, type QuestionName } from '../journey.ts';
import { offerPictures } from '../offer-pictures.ts';
import { QuestionForm } from '../QuestionForm.tsx';
import { questions } from '../questions/all.ts';
import { Say } from '../ReadAloud.tsx';
import { isHelper } from '../speaker.ts';
import { youngerPicture } from '../younger-picture.tsx';

interface CheckProps {
  draft: Draft;
  child: string | undefined;
  takesFocus: boolean;
  onChange: (step: QuestionName) => void;
  /** Resolves when it is on the phone for good or with the council; rejects when it is neither. */
  onSend: (isSaidBack: boolean) => Promise<void>;
  /** Ticks a point as right, or takes the tick back. */
  onTick: (step: QuestionName) => void;
  /** Nothing was added after all. */
  onLeave: () => void;
  /** It was pressed before, where there was nothing to check. */
  isSentAtOnce: boolean;
}

/**
 * "Is this right?": everything that will be sent, said back point by point as it was chosen or typed, and what may be
 * added. "Send" says that all of it is right; a single point may be ticked, and need not be.
 */
export function Check(props: CheckProps) {
  const { draft, child, takesFocus, onChange, onSend, onTick, onLeave, isSentAtOnce } = props;
  const { t } = appWords;
  const { isAddition = false } = draft;
  const [state, setState] = useState<'ready' | 'sending' | 'failed' | 'changed'>('ready');
  const isEmpty = isAddition && !saysSomething(draft.answers);

  const send = async (isSaidBack: boolean) => {
    if (isEmpty) return onLeave();
    if (state === 'sending') return;
    setState('sending');
    await onSend(isSaidBack).catch((error: unknown) => setState(error instanceof DraftConflict ? 'changed' : 'failed'));
  };

  useEffect(() => {
    if (isSentAtOnce) void send(false);
  }, []);

  const offers = <Offers draft={draft} onChoose={onChange} />;
  return (
    <QuestionForm
      {...textsOf(draft)}
      progress={progressOf({ ...draft, step: check })}
      child={child}
      takesFocus={takesFocus}
      submit={{ label: t(submitLabel(draft, state === 'sending', isEmpty)), isQuiet: isEmpty }}
      onSubmit={() => void send(true)}
      after={!isAddition && <More>{offers}</More>}
    >
      <dl class="answers">
        {linesOf(draft).map((line) => (
          <Point
            key={line.step}
            line={line}
            answers={draft.answers}
            onTick={() => onTick(line.step)}
            onChange={() => onChange(line.step)}
          />
        ))}
      </dl>
      {isAddition && offers}
      {state === 'changed' && <Trouble>{t('check.changed')}</Trouble>}
      {state === 'failed' && <Trouble>{t('check.failed', { phone: council.complaintsTeam.phones[0] ?? '' })}</Trouble>}
    </QuestionForm>
  );
}

interface PointProps {
  line: AnswerLine;
  answers: Answers;
  onTick: () => void;
  onChange: () => void;
}

/** One thing as it was said, whose words it is, to be heard by itself, and whether it is right. */
function Point({ line: { step, label, text }, answers, onTick, onChange }: PointProps) {
  const { t } = appWords;
  const typedBy = whoseWords(step, answers);
  const said = useRef<HTMLElement>(null);
  const labelId = `point-${step}`;
  return (
    <div>
      <dt id={labelId}>{t(label)}</dt>
      <dd class={inOwnWords.has(step) ? 'own-words' : ''}>
        {appWords.register === 'younger' && questions[step].drawn?.(answers)}
        <span class="said" dir="auto" ref={said}>
          {text}
        </span>
        {typedBy && <small class="typed-by">{typedBy}</small>}
        {/* It may be ticked by default, and never have been read where it is asked. */}
        {step === 'not-this-person' && <small class="typed-by">{t('notThisPerson.notice')}</small>}
      </dd>
      <dd class="ways">
        <Say what={said} describedBy={labelId} />
        <button type="button" class="right" aria-pressed={answers.saidBack?.[step] === 'right'} onClick={onTick}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="m5 13 4.5 4.5L19 7" />
          </svg>
          <span class="unseen">
            {t('check.right')} {t(label)}
          </span>
        </button>
        <button type="button" class="change" onClick={onChange}>
          {t('check.change')} <span class="unseen">{t(label)}</span>
        </button>
      </dd>
    </div>
  );
}

const inOwnWords: ReadonlySet<QuestionName> = new Set(['words', 'wanted', 'ask-next']);

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
          {offerPicture(name)}
          {appWords.t(name === 'words' ? 'words.more' : labelOf(name, draft.answers))}
        </button>
      ))}
    </div>
  );
}

function offerPicture(name: QuestionName): ComponentChildren {
  const picture = offerPictures[name];
  return picture && youngerPicture(picture);
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

import council from 'virtual:council';
import { useRef, useState } from 'preact/hooks';
import type { Answers } from '../../device/answers.ts';
import { Notice, Trouble } from '../../ui/Notice.tsx';
import { type AppKey, appWords } from '../../words/app-words.ts';
import { faultInWords } from '../faults.ts';
import { QuestionForm, titleId } from '../QuestionForm.tsx';
import type { QuestionParts, QuestionProps } from '../question.ts';

interface WordsQuestion {
  answer: 'words' | 'wanted' | 'message' | 'asksWhy';
  label: AppKey;
  title: (answers: Answers, isAddition: boolean) => AppKey;
  help: (answers: Answers) => AppKey;
  /** What is said when nothing was written, where something must be. */
  needed?: (answers: Answers, isAddition: boolean) => AppKey | undefined;
  /** Another way on, below the button. */
  instead?: { label: AppKey; answers: Answers };
}

/** A question answered in the person's own words, as many as they like. */
export function wordsQuestion({ answer, label, title, help, needed, instead }: WordsQuestion): QuestionParts {
  const ids = { help: `${answer}-help`, trouble: `${answer}-trouble` };

  function Screen({ answers, keeping, isAddition, isLast, onChange, onNext, ...rest }: QuestionProps) {
    const { t } = appWords;
    const box = useRef<HTMLTextAreaElement>(null);
    const [trouble, setTrouble] = useState('');
    const text = answers[answer] ?? '';
    const ifEmpty = needed?.(answers, isAddition);
    const isEmpty = !text.trim();

    const submit = () => {
      const found = isEmpty && ifEmpty ? t(ifEmpty) : faultInWords(text);
      setTrouble(found);
      if (found) box.current?.focus();
      else onNext({ [answer]: text });
    };

    return (
      <QuestionForm
        {...rest}
        title={t(title(answers, isAddition))}
        submit={wayOn(isEmpty && !ifEmpty, isLast)}
        onSubmit={submit}
        after={
          instead && (
            <button type="button" class="quiet" onClick={() => onNext(instead.answers)}>
              {t(instead.label)}
            </button>
          )
        }
      >
        <Notice id={ids.help}>{t(help(answers))}</Notice>
        <textarea
          ref={box}
          name={answer}
          rows={6}
          // An empty box begins on the side of the page’s own words.
          dir={text ? 'auto' : undefined}
          // The browser's spelling help may send what is typed to its maker.
          spellcheck={false}
          autocomplete="off"
          aria-labelledby={titleId}
          aria-describedby={trouble ? `${ids.trouble} ${ids.help}` : ids.help}
          aria-invalid={trouble ? true : undefined}
          value={text}
          onInput={({ currentTarget }) => {
            setTrouble('');
            onChange({ [answer]: currentTarget.value });
          }}
        />
        {trouble && <Trouble id={ids.trouble}>{trouble}</Trouble>}
        {keeping === 'cannot' ? (
          <Trouble>{t('notKept', { phone: council.complaintsTeam.phones[0] ?? '' })}</Trouble>
        ) : (
          <p class="kept" role="status">
            {keeping === 'kept' && !isEmpty && t('kept')}
          </p>
        )}
      </QuestionForm>
    );
  }
  return { Screen, label, said: (answers) => answers[answer]?.trim() ?? '' };
}

function wayOn(isSkipped: boolean, isLast: boolean): { label: string; isQuiet: boolean } {
  const { t } = appWords;
  if (isLast) return { label: t('check.sendThanks'), isQuiet: false };
  return { label: t(isSkipped ? 'skip' : 'next'), isQuiet: isSkipped };
}

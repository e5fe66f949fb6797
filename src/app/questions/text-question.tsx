import council from 'virtual:council';
import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type { Answers } from '../../device/answers.ts';
import { Notice, Trouble } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type AppKey, appWords } from '../../words/app-words.ts';
import { faultInDate } from '../faults.ts';
import { QuestionForm } from '../QuestionForm.tsx';
import type { QuestionParts, QuestionProps } from '../question.ts';

type TextName = {
  [Name in keyof Answers]-?: string extends Exclude<Answers[Name], undefined> ? Name : never;
}[keyof Answers];

interface Line {
  answer: TextName;
  label: AppKey | ((answers: Answers) => AppKey);
  help?: AppKey;
  inputMode?: 'tel' | 'email';
  type?: 'date';
  isAsked?: (answers: Answers) => boolean;
}

interface TextQuestion {
  label: QuestionParts['label'];
  title: AppKey | ((answers: Answers) => AppKey);
  help?: AppKey | ((props: QuestionProps) => string);
  /** Something to know before answering. */
  notice?: AppKey;
  lines: readonly Line[];
  faultIn: (typed: string) => string;
  said: (answers: Answers) => string;
  /** What stands above the lines and answers too, and whether it is answered. */
  Above?: FunctionComponent<Pick<QuestionProps, 'answers' | 'onChange'>>;
  isAnswered?: (answers: Answers) => boolean;
  /** What going on answers beside the lines. */
  onNext?: (answers: Answers) => Answers;
  onDone?: (answers: Answers) => void;
}

/** A question answered in a line or a few. Leaving them empty is an answer too. */
export function textQuestion({
  label,
  title,
  help,
  notice,
  lines,
  faultIn,
  said,
  Above,
  isAnswered,
  onNext: alsoAnswers,
  onDone,
}: TextQuestion): QuestionParts {
  function Screen({ answers, keeping, onChange, onNext, ...rest }: QuestionProps) {
    const { t } = appWords;
    const [faults, setFaults] = useState<Partial<Record<TextName, string>>>({});
    const asked = lines.filter(({ isAsked }) => isAsked?.(answers) ?? true);

    const submit = () => {
      const found = asked.flatMap(({ answer, type }) => {
        const fault = (type === 'date' ? faultInDate : faultIn)(answers[answer] ?? '');
        return fault ? [[answer, fault] as const] : [];
      });
      setFaults(Object.fromEntries(found));
      const wrong = found[0]?.[0];
      if (!wrong) {
        onDone?.(answers);
        onNext(alsoAnswers?.(answers) ?? {});
      } else document.getElementById(`field-${wrong}`)?.focus();
    };

    const isEmpty = !isAnswered?.(answers) && asked.every(({ answer }) => !answers[answer]?.trim());
    return (
      <QuestionForm
        {...rest}
        title={t(typeof title === 'function' ? title(answers) : title)}
        help={typeof help === 'function' ? help({ answers, keeping, onChange, onNext, ...rest }) : help && t(help)}
        submit={{ label: t(isEmpty ? 'skip' : 'next'), isQuiet: isEmpty }}
        onSubmit={submit}
      >
        {notice && <Notice>{t(notice)}</Notice>}
        {Above && <Above answers={answers} onChange={onChange} />}
        {asked.map(({ answer, label: lineLabel, help: lineHelp, inputMode, type }) => (
          <div key={answer}>
            <TextField
              {...(inputMode && { inputMode })}
              {...(type && { type })}
              name={answer}
              label={t(typeof lineLabel === 'function' ? lineLabel(answers) : lineLabel)}
              help={lineHelp && t(lineHelp)}
              value={answers[answer] ?? ''}
              faultId={faults[answer] && `fault-${answer}`}
              onInput={(value) => {
                setFaults({});
                onChange({ [answer]: value });
              }}
            />
            {faults[answer] && <Trouble id={`fault-${answer}`}>{faults[answer]}</Trouble>}
          </div>
        ))}
        {keeping === 'cannot' && <Trouble>{t('notKept', { phone: council.complaintsTeam.phones[0] ?? '' })}</Trouble>}
      </QuestionForm>
    );
  }
  return { Screen, label, said };
}

/** What was typed into several lines, together. */
export function joined(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part?.trim()).join(', ');
}

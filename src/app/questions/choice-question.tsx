import type { ComponentChildren } from 'preact';
import type { Answers } from '../../device/answers.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { type AppKey, appWords } from '../../words/app-words.ts';
import { QuestionForm, titleId } from '../QuestionForm.tsx';
import type { QuestionParts, QuestionProps } from '../question.ts';

type ChoiceName = {
  [Name in keyof Answers]-?: Exclude<Answers[Name], undefined> extends string ? Name : never;
}[keyof Answers];

type ValueOf<Name extends ChoiceName> = Exclude<Answers[Name], undefined>;

interface ChoiceQuestion<Name extends ChoiceName> {
  answer: Name;
  label: QuestionParts['label'];
  title: (answers: Answers) => string;
  help?: (answers: Answers) => string | undefined;
  /** Something to know before choosing. */
  notice?: (answers: Answers) => string | undefined;
  values: (answers: Answers) => readonly ValueOf<Name>[];
  name: (value: ValueOf<Name>, answers: Answers) => string;
  hint?: (value: ValueOf<Name>) => string | undefined;
  picture?: (value: ValueOf<Name>, answers: Answers) => ComponentChildren;
  scene?: ComponentChildren;
  /** Each a tile with its picture above its word: for those who look before they read. */
  isTiled?: boolean;
  /** What stands on the button while nothing is chosen, and what that answers. */
  skip?: { label: AppKey; as?: ValueOf<Name> };
}

/** One choice of a few; choosing is the step forward, and the one button goes on without. */
export function choiceQuestion<Name extends ChoiceName>(question: ChoiceQuestion<Name>): QuestionParts {
  const { answer, label, title, help, notice, values, name, hint, picture, scene, isTiled, skip } = question;
  function Screen({ answers, onNext, ...rest }: QuestionProps) {
    const { t } = appWords;
    const chosen = answers[answer] as ValueOf<Name> | undefined;
    const notices = notice?.(answers);
    // What was answered before counts on when an addition leaves it out; a default would take its place.
    const skipAs = rest.isAddition ? undefined : skip?.as;
    return (
      <>
        {scene}
        <QuestionForm
          {...rest}
          title={title(answers)}
          help={help?.(answers)}
          submit={{ label: t(chosen ? 'next' : (skip?.label ?? 'skip')), isQuiet: !chosen }}
          onSubmit={() => onNext(skipAs && !chosen ? { [answer]: skipAs } : {})}
        >
          {notices && <Notice>{notices}</Notice>}
          <Choices
            labelledBy={titleId}
            chosen={chosen}
            isTiled={isTiled}
            onChoose={(value) => onNext({ [answer]: value })}
            choices={values(answers).map((value) => {
              const more = hint?.(value);
              const drawn = picture?.(value, answers);
              return {
                value,
                label: name(value, answers),
                ...(more && { hint: more }),
                ...(drawn && { picture: drawn }),
              };
            })}
          />
        </QuestionForm>
      </>
    );
  }
  return {
    Screen,
    label,
    said: (answers) => {
      const chosen = answers[answer] as ValueOf<Name> | undefined;
      return chosen ? name(chosen, answers) : '';
    },
    drawn: (answers) => {
      const chosen = answers[answer] as ValueOf<Name> | undefined;
      return chosen && picture?.(chosen, answers);
    },
  };
}

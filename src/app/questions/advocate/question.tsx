import { AdvocateWish } from '../../../domain/submission.ts';
import { Choices } from '../../../ui/Choices.tsx';
import { appWords } from '../../../words/app-words.ts';
import type { Question, QuestionProps } from '../../journey.ts';
import { QuestionForm, titleId } from '../../QuestionForm.tsx';

/** Whether the child wants an advocate. A thank you needs none. */
export const advocate: Question = { name: 'advocate', isAsked: ({ kind }) => kind !== 'compliment', Screen };

function Screen({ answers, onNext, ...rest }: QuestionProps) {
  const { t } = appWords;
  const chosen = answers.advocate;
  return (
    <QuestionForm
      {...rest}
      title={t('advocate.title')}
      help={t('advocate.help')}
      submit={{ label: chosen ? t('next') : t('skip'), isQuiet: !chosen }}
      onSubmit={() => onNext({})}
    >
      <Choices
        labelledBy={titleId}
        chosen={chosen}
        onChoose={(wish) => onNext({ advocate: wish })}
        choices={AdvocateWish.options.map((value) => ({
          value,
          label: t(`advocate.${value}`),
          ...(value === 'not-now' && { hint: t('advocate.notNowHint') }),
        }))}
      />
    </QuestionForm>
  );
}

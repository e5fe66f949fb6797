import { Kind } from '../../../domain/submission.ts';
import { Pebble } from '../../../ui/art/Pebble.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { appWords } from '../../../words/app-words.ts';
import type { Question, QuestionProps } from '../../journey.ts';
import { QuestionForm, titleId } from '../../QuestionForm.tsx';

/** Something is wrong, thank you, or an idea. */
export const kind: Question = { name: 'kind', isAsked: () => true, Screen };

function Screen({ answers, onNext, ...rest }: QuestionProps) {
  const { t } = appWords;
  const chosen = answers.kind;
  return (
    <QuestionForm
      {...rest}
      title={t('kind.title')}
      help={t('kind.help')}
      submit={{ label: chosen ? t('next') : t('kind.skip'), isQuiet: !chosen }}
      // Who is not sure gets what protects most: a complaint is acknowledged, answered, and has dates.
      onSubmit={() => onNext({ kind: chosen ?? 'complaint' })}
    >
      <Choices
        labelledBy={titleId}
        chosen={chosen}
        onChoose={(value) => onNext({ kind: value })}
        choices={Kind.options.map((value) => ({ value, label: t(`kind.${value}`), picture: <Pebble kind={value} /> }))}
      />
    </QuestionForm>
  );
}

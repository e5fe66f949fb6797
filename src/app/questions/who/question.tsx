import type { Voice } from '../../../domain/submission.ts';
import { LakeScene } from '../../../ui/art/scenes.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { appWords } from '../../../words/app-words.ts';
import type { Question, QuestionProps } from '../../journey.ts';
import { QuestionForm, titleId } from '../../QuestionForm.tsx';

const voices = ['child', 'young-person', 'parent-or-carer', 'advocate', 'someone-else'] as const satisfies Voice[];

/** Who is speaking. Nobody has to say. */
export const who: Question = { name: 'who', isAsked: () => true, Screen };

function Screen({ answers, onNext, ...rest }: QuestionProps) {
  const { t } = appWords;
  const chosen = answers.voice;
  return (
    <>
      <LakeScene />
      <QuestionForm
        {...rest}
        title={t('who.title')}
        help={t('who.help')}
        submit={{ label: chosen ? t('next') : t('skip'), isQuiet: !chosen }}
        onSubmit={() => onNext({ voice: chosen ?? 'not-said' })}
      >
        <Choices
          labelledBy={titleId}
          chosen={chosen}
          onChoose={(voice) => onNext({ voice })}
          choices={voices.map((value) => ({
            value,
            label: t(`who.${value}`),
            ...(value === 'advocate' && { hint: t('who.advocateHint') }),
          }))}
        />
      </QuestionForm>
    </>
  );
}

import { MayTell } from '../../../domain/consent.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Ticks } from '../../../ui/Ticks.tsx';
import { appWords } from '../../../words/app-words.ts';
import { whose } from '../../journey.ts';
import { QuestionForm, titleId } from '../../QuestionForm.tsx';
import type { QuestionParts, QuestionProps } from '../../question.ts';

/** Whom the council may tell. Nobody is ticked beforehand: then they ask first. */
export const mayTell: QuestionParts = {
  Screen,
  label: 'mayTell.label',
  said: (answers) => {
    const { t } = appWords;
    const { mayTell: told } = answers;
    const of = whose(answers);
    if (!told) return '';
    return told.length > 0 ? told.map((each) => t(`mayTell.${of}.${each}`)).join(', ') : t(`mayTell.${of}.ask`);
  },
};

function Screen({ answers, onChange, onNext, keeping: _, ...rest }: QuestionProps) {
  const { t } = appWords;
  const told = answers.mayTell ?? [];
  const of = whose(answers);
  return (
    <QuestionForm
      {...rest}
      title={t('mayTell.title')}
      help={t('mayTell.help')}
      submit={{ label: t(told.length > 0 ? 'next' : `mayTell.${of}.ask`) }}
      onSubmit={() => onNext({ mayTell: told })}
    >
      <Ticks
        labelledBy={titleId}
        choices={MayTell.options.map((value) => ({ value, label: t(`mayTell.${of}.${value}`) }))}
        ticked={told}
        onTick={(ticked) => onChange({ mayTell: ticked })}
      />
      <Notice>{t(`mayTell.${of}.notice`)}</Notice>
    </QuestionForm>
  );
}

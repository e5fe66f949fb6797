import { MayTell } from '../../../domain/consent.ts';
import { Picture } from '../../../ui/art/Picture.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Ticks } from '../../../ui/Ticks.tsx';
import { appWords } from '../../../words/app-words.ts';
import { QuestionForm, titleId } from '../../QuestionForm.tsx';
import type { QuestionParts, QuestionProps } from '../../question.ts';
import { whose } from '../../speaker.ts';

const pictures = {
  ask: 'else',
  'parent-or-carer': 'carer',
  school: 'school',
  'social-worker': 'social-worker',
  'person-it-is-about': 'someone',
  advocate: 'helper',
} as const;

/** As it is ticked: "ask me first" is a card like the others, and means that nobody is chosen. */
type Card = keyof typeof pictures;
const cards: readonly Card[] = ['ask', ...MayTell.options];

/** Whom the council may tell. Unless somebody is chosen they ask first. */
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
  // What was said before stands, until something else is said: an addition does not say it again by being looked at.
  const isOpen = rest.isAddition && answers.mayTell === undefined;
  const told = answers.mayTell ?? [];
  const of = whose(answers);
  const isDrawn = appWords.register !== 'adult';
  // Choosing somebody takes "ask me first" back, and choosing that takes back everybody.
  const tick = (ticked: Card[]) => {
    const asksFirst = (told.length > 0 || isOpen) && ticked.includes('ask');
    onChange({ mayTell: asksFirst ? [] : ticked.filter((each) => each !== 'ask') });
  };
  return (
    <QuestionForm
      {...rest}
      title={t('mayTell.title')}
      help={t('mayTell.help')}
      submit={{ label: t('next') }}
      onSubmit={() => onNext(isOpen ? {} : { mayTell: told })}
    >
      <Ticks
        labelledBy={titleId}
        isTiled={isDrawn}
        choices={cards.map((value) => ({
          value,
          label: t(`mayTell.${of}.${value}`),
          picture: isDrawn && <Picture name={pictures[value]} />,
        }))}
        ticked={told.length > 0 || isOpen ? told : ['ask']}
        onTick={tick}
      />
      <Notice>
        {t('mayTell.adult')} {t(`mayTell.${of}.notice`)}
      </Notice>
    </QuestionForm>
  );
}

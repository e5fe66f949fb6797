import { Feeling } from '../../../domain/by-pictures.ts';
import { Picture } from '../../../ui/art/Picture.tsx';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

const pictures = {
  sad: 'sad',
  scared: 'scared',
  angry: 'angry',
  worried: 'worried',
  ok: 'ok',
  'not-sure': 'unsure',
} as const;

/** How the child feels, by a face. */
export const feeling = choiceQuestion({
  answer: 'feeling',
  label: 'feeling.label',
  title: () => appWords.t('feeling.title'),
  values: () => Feeling.options,
  name: (value) => appWords.t(`feeling.${value}`),
  picture: (value) => <Picture name={pictures[value]} />,
  isTiled: true,
});

import { ThankWhom } from '../../../domain/by-pictures.ts';
import { Picture } from '../../../ui/art/Picture.tsx';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

const pictures = {
  'social-worker': 'social-worker',
  carer: 'carer',
  helper: 'helper',
  'someone-else': 'someone',
} as const;

/** Who is thanked, by a picture. */
export const thankWhom = choiceQuestion({
  answer: 'thankWhom',
  label: 'thankWhom.label',
  title: () => appWords.t('thankWhom.title'),
  values: () => ThankWhom.options,
  name: (value) => appWords.t(`thankWhom.${value}`),
  picture: (value) => <Picture name={pictures[value]} />,
  isTiled: true,
});

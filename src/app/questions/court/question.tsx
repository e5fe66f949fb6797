import { appWords } from '../../../words/app-words.ts';
import { youngerPicture } from '../../younger-picture.tsx';
import { choiceQuestion } from '../choice-question.tsx';

/** Whether a court case is going on: it may pause a complaint, and staff need to know. */
export const court = choiceQuestion({
  answer: 'court',
  label: 'court.label',
  title: () => appWords.t('court.title'),
  help: () => appWords.t('court.help'),
  values: () => ['yes', 'no', 'not-sure'] as const,
  name: (value) => appWords.t(`answer.${value}`),
  picture: (value) => youngerPicture(value === 'not-sure' ? 'unsure' : value),
});

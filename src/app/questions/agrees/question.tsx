import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

/** Whether the child agrees that this is sent and acted on. */
export const agrees = choiceQuestion({
  answer: 'agrees',
  label: 'agrees.label',
  title: () => appWords.t('agrees.title'),
  notice: () => appWords.t('agrees.notice'),
  values: () => ['yes', 'partly', 'no', 'not-asked'] as const,
  name: (value) => appWords.t(`agrees.${value}`),
});

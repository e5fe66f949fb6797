import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

/** Whether the child knows. It never stops anybody; it decides what may be told back. */
export const knows = choiceQuestion({
  answer: 'knows',
  label: 'knows.label',
  title: () => appWords.t('knows.title'),
  notice: () => appWords.t('knows.notice'),
  values: () => ['yes', 'no', 'not-sure'] as const,
  name: (value) => appWords.t(`answer.${value}`),
});

import { WhoseWords } from '../../../domain/consent.ts';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

/** Whose words a helper sends: the child's, or their own about the child. */
export const whoseWords = choiceQuestion({
  answer: 'whoseWords',
  label: 'whoseWords.label',
  title: () => appWords.t('whoseWords.title'),
  values: () => WhoseWords.options,
  name: (value) => appWords.t(`whoseWords.${value}`),
});

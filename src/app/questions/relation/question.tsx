import { Relation } from '../../../domain/submission.ts';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

/** How the speaker is linked to the child: it decides in whose right they complain, and what they may be told. */
export const relation = choiceQuestion({
  answer: 'relation',
  label: 'relation.label',
  title: () => appWords.t('relation.title'),
  values: () => Relation.options,
  name: (value) => appWords.t(`relation.${value}`),
});

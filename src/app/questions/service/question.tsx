import council from 'virtual:council';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

/** Which of the council's services it is about. */
export const service = choiceQuestion({
  answer: 'service',
  label: 'service.label',
  title: () => appWords.t('service.title'),
  values: () => council.services.map(({ id }) => id),
  name: (value) => council.services.find(({ id }) => id === value)?.name ?? '',
  skip: { label: 'service.skip' },
});

import { HelperMaySee } from '../../../domain/consent.ts';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

/** What the child agrees that their helper is told. */
export const helperMaySee = choiceQuestion({
  answer: 'helperMaySee',
  label: 'helperMaySee.label',
  title: () => appWords.t('helperMaySee.title'),
  help: () => appWords.t('helperMaySee.help'),
  values: () => HelperMaySee.options,
  name: (value) => appWords.t(`helperMaySee.${value}`),
  hint: (value) => (value === 'everything' ? appWords.t('helperMaySee.everythingHint') : undefined),
});

import { AdvocateWish } from '../../../domain/submission.ts';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

/** Whether the child wants an advocate: now, or at any later time. A thank you needs none. */
export const advocate = choiceQuestion({
  answer: 'advocate',
  label: 'check.advocate',
  title: () => appWords.t('advocate.title'),
  help: () => appWords.t('advocate.help'),
  values: () => AdvocateWish.options,
  name: (value) => appWords.t(`advocate.${value}`),
  hint: (value) => (value === 'not-now' ? appWords.t('advocate.notNowHint') : undefined),
});

import { AdvocateWish } from '../../../domain/submission.ts';
import { appWords } from '../../../words/app-words.ts';
import { whose } from '../../speaker.ts';
import { youngerPicture } from '../../younger-picture.tsx';
import { choiceQuestion } from '../choice-question.tsx';

const pictures = { yes: 'helper', 'has-someone': 'help', 'not-now': 'later' } as const;

/** Whether the child wants an advocate: now, or at any later time. A thank you needs none. */
export const advocate = choiceQuestion({
  answer: 'advocate',
  label: (answers) => `advocate.${whose(answers)}.label`,
  title: (answers) => appWords.t(`advocate.${whose(answers)}.title`),
  help: (answers) => appWords.t(`advocate.${whose(answers)}.help`),
  values: () => AdvocateWish.options,
  name: (value, answers) =>
    appWords.t(value === 'has-someone' ? `advocate.${whose(answers)}.${value}` : `advocate.${value}`),
  picture: (value) => youngerPicture(pictures[value]),
  hint: (value) => (value === 'not-now' ? appWords.t('advocate.notNowHint') : undefined),
});

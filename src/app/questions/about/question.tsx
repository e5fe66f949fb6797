import type { Answers } from '../../../device/answers.ts';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

/** Whether an adult speaks for themselves or about a child. */
export const about = choiceQuestion({
  answer: 'aboutWho',
  label: 'about.label',
  title: () => appWords.t('about.title'),
  help: () => appWords.t('about.help'),
  values: ({ voice }: Answers) =>
    voice === 'someone-else' ? (['child', 'somebody-else', 'me'] as const) : (['child', 'me'] as const),
  name: (value) => appWords.t(`about.${value}`),
});

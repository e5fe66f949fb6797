import { Better } from '../../../domain/by-pictures.ts';
import { Picture } from '../../../ui/art/Picture.tsx';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

const pictures = {
  'it-stops': 'stop',
  'someone-listens': 'listen',
  'someone-says-sorry': 'sorry',
  'see-family': 'family',
  'something-else': 'else',
  'not-sure': 'unsure',
} as const;

/** What would make it better, by a picture. */
export const better = choiceQuestion({
  answer: 'better',
  label: 'better.label',
  title: () => appWords.t('better.title'),
  values: () => Better.options,
  name: (value) => appWords.t(`better.${value}`),
  picture: (value) => <Picture name={pictures[value]} />,
  isTiled: true,
});

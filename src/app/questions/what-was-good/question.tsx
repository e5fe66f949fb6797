import { WhatWasGood } from '../../../domain/by-pictures.ts';
import { Picture } from '../../../ui/art/Picture.tsx';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

const pictures = {
  'they-listened': 'listen',
  'they-were-kind': 'kind',
  'they-helped': 'help',
  'we-had-fun': 'fun',
  'something-else': 'else',
} as const;

/** What was good, by a picture. */
export const whatWasGood = choiceQuestion({
  answer: 'whatWasGood',
  label: 'whatWasGood.label',
  title: () => appWords.t('whatWasGood.title'),
  values: () => WhatWasGood.options,
  name: (value) => appWords.t(`whatWasGood.${value}`),
  picture: (value) => <Picture name={pictures[value]} />,
  isTiled: true,
});

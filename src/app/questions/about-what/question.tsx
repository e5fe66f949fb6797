import { AboutWhat } from '../../../domain/by-pictures.ts';
import { Picture } from '../../../ui/art/Picture.tsx';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

const pictures = {
  home: 'home',
  family: 'family',
  'social-worker': 'social-worker',
  school: 'school',
  'hurt-or-scared': 'hurt',
  'something-else': 'else',
  'not-sure': 'unsure',
} as const;

/** What it is about, by a picture. Who sees it is said first. */
export const aboutWhat = choiceQuestion({
  answer: 'aboutWhat',
  label: 'aboutWhat.label',
  title: () => appWords.t('aboutWhat.title'),
  notice: () => appWords.t('aboutWhat.notice'),
  values: () => AboutWhat.options,
  name: (value) => appWords.t(`aboutWhat.${value}`),
  picture: (value) => <Picture name={pictures[value]} />,
  isTiled: true,
});

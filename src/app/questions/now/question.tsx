import { Now } from '../../../domain/submission.ts';
import { appWords } from '../../../words/app-words.ts';
import { youngerPicture } from '../../younger-picture.tsx';
import { choiceQuestion } from '../choice-question.tsx';

const pictures = { better: 'better', same: 'same', worse: 'worried', 'rather-not-say': 'quiet' } as const;

/** How things are since it was told. Asked in what was sent, once a day at most, and as well left. */
export const now = choiceQuestion({
  answer: 'now',
  label: 'now.label',
  title: () => appWords.t('now.title'),
  notice: () => appWords.t('now.notice'),
  values: () => Now.options,
  name: (value) => appWords.t(`now.${value}`),
  picture: (value) => youngerPicture(pictures[value]),
});

import { appWords } from '../../../words/app-words.ts';
import { youngerPicture } from '../../younger-picture.tsx';
import { choiceQuestion } from '../choice-question.tsx';

/** How to answer. Here in the app is the default, and needs nothing more. */
export const reply = choiceQuestion({
  answer: 'replyBy',
  label: 'reply.label',
  title: () => appWords.t('reply.title'),
  help: () => appWords.t('reply.help'),
  values: () => ['app', 'phone', 'email', 'letter'] as const,
  name: (value) => appWords.t(`reply.${value}`),
  picture: youngerPicture,
  skip: { label: 'skip', as: 'app' },
});

import { wordsQuestion } from '../words-question.tsx';

/** Something written to the team, to be answered. */
export const message = wordsQuestion({
  answer: 'message',
  label: 'message.label',
  title: () => 'message.title',
  help: () => 'message.help',
  needed: () => 'message.empty',
});

import { wordsQuestion } from '../words-question.tsx';

/** What would put it right. */
export const wanted = wordsQuestion({
  answer: 'wanted',
  label: 'wanted.label',
  title: () => 'wanted.title',
  help: () => 'wanted.help',
});

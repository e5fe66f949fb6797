import { needsWords } from '../../journey.ts';
import { wordsQuestion } from '../words-question.tsx';

/** The person's own words: the one answer that nobody can give for them. */
export const words = wordsQuestion({
  answer: 'words',
  label: 'check.words',
  title: ({ kind = 'complaint' }, isAddition) => (isAddition ? 'words.more' : `words.title.${kind}`),
  help: ({ kind = 'complaint' }) => `words.help.${kind}`,
  needed: (answers, isAddition) =>
    isAddition || !needsWords({ ...answers, words: '' }) ? undefined : 'words.empty',
});

import { appWords } from '../../../words/app-words.ts';
import type { QuestionParts } from '../../question.ts';
import { wordsQuestion } from '../words-question.tsx';

/** Asks for the next step, or for what is owed; why may be said as well. Come to where there is something to ask. */
export const askNext = {
  ...wordsQuestion({
    answer: 'asksWhy',
    label: 'nextStep.label',
    title: ({ asksFor }) => `nextStep.for.${asksFor ?? 'acknowledge'}`,
    help: () => 'nextStep.help',
    instead: { label: 'advocate.not-now', answers: { asksFor: undefined, asksWhy: undefined } },
  }),
  said: ({ asksFor, asksWhy = '' }) =>
    asksFor ? [appWords.t(`nextStep.for.${asksFor}`), asksWhy.trim()].filter(Boolean).join('\n') : '',
} satisfies QuestionParts;

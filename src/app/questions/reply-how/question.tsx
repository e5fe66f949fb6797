import { appWords } from '../../../words/app-words.ts';
import { faultInLine } from '../../faults.ts';
import { joined, textQuestion } from '../text-question.tsx';

/** Where to answer, when it is safe to, and who else might see it. */
export const replyHow = textQuestion({
  label: 'replyHow.label',
  title: 'replyHow.title',
  help: () => appWords.t('replyHow.help'),
  lines: [
    { answer: 'replyTo', label: 'replyHow.phone', inputMode: 'tel', isAsked: ({ replyBy }) => replyBy === 'phone' },
    { answer: 'replyTo', label: 'replyHow.email', inputMode: 'email', isAsked: ({ replyBy }) => replyBy === 'email' },
    { answer: 'replyTo', label: 'replyHow.letter', isAsked: ({ replyBy }) => replyBy === 'letter' },
    { answer: 'replyWhen', label: 'replyHow.when', help: 'replyHow.whenHelp' },
    { answer: 'replyWhoElse', label: 'replyHow.whoElse' },
  ],
  faultIn: faultInLine,
  said: ({ replyTo, replyWhen, replyWhoElse }) => joined(replyTo, replyWhen, replyWhoElse),
});

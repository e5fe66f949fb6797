import { faultInLine } from '../../faults.ts';
import { textQuestion } from '../text-question.tsx';

/** The role or the person it is about, or who is thanked. Typed: there is no public list of staff. */
export const person = textQuestion({
  label: ({ kind }) => (kind === 'compliment' ? 'person.labelOfThanks' : 'person.label'),
  title: ({ kind }) => (kind === 'compliment' ? 'person.thanks' : 'person.title'),
  help: 'person.help',
  lines: [{ answer: 'person', label: 'person.name' }],
  faultIn: faultInLine,
  said: ({ person: named }) => named?.trim() ?? '',
});

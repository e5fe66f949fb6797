import { faultInLine } from '../../faults.ts';
import { textQuestion } from '../text-question.tsx';

/** Who helps instead of an advocate: somebody the person trusts already. */
export const trusted = textQuestion({
  label: 'trusted.label',
  title: 'trusted.title',
  help: 'trusted.help',
  lines: [{ answer: 'trusted', label: 'trusted.name' }],
  faultIn: faultInLine,
  said: ({ trusted: named }) => named?.trim() ?? '',
});

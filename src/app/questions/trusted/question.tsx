import { faultInLine } from '../../faults.ts';
import { whose } from '../../speaker.ts';
import { textQuestion } from '../text-question.tsx';

/** Who helps instead of an advocate: somebody the person trusts already. */
export const trusted = textQuestion({
  label: (answers) => `trusted.${whose(answers)}.label`,
  title: (answers) => `trusted.${whose(answers)}.title`,
  help: 'trusted.help',
  lines: [{ answer: 'trusted', label: (answers) => `trusted.${whose(answers)}.name` }],
  faultIn: faultInLine,
  said: ({ trusted: named }) => named?.trim() ?? '',
});

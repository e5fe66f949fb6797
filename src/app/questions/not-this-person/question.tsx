import { faultInLine } from '../../faults.ts';
import { textQuestion } from '../text-question.tsx';

/** Who must not handle it. */
export const notThisPerson = textQuestion({
  label: 'notThisPerson.label',
  title: 'notThisPerson.title',
  notice: 'notThisPerson.notice',
  lines: [{ answer: 'notThisPerson', label: 'notThisPerson.name', help: 'notThisPerson.nameHelp' }],
  faultIn: faultInLine,
  said: ({ notThisPerson: named }) => named?.trim() ?? '',
});

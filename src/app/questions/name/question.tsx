import { faultInName } from '../../faults.ts';
import { textQuestion } from '../text-question.tsx';

/** The speaker's own name. Nobody has to give it. */
export const name = textQuestion({
  label: 'name.label',
  title: 'name.title',
  notice: 'name.notice',
  lines: [{ answer: 'name', label: 'name.name' }],
  faultIn: faultInName,
  said: ({ name: own }) => own?.trim() ?? '',
});

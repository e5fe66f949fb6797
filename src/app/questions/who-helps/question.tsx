import { keepHelper } from '../../../device/who-helps.ts';
import { faultInLine, faultInName } from '../../faults.ts';
import { joined, textQuestion } from '../text-question.tsx';

/** A helper's own details, asked once: they stay on this phone for the next child. */
export const helper = textQuestion({
  label: 'helper.label',
  title: 'helper.title',
  help: 'helper.help',
  lines: [
    { answer: 'helperName', label: 'helper.name' },
    { answer: 'helperOrganisation', label: 'helper.organisation' },
    { answer: 'helperContact', label: 'helper.contact' },
  ],
  faultIn: (typed) => faultInLine(typed) || faultInName(typed),
  said: ({ helperName, helperOrganisation, helperContact }) => joined(helperName, helperOrganisation, helperContact),
  // A phone that keeps nothing asks again for the next child.
  onDone: (answers) => void keepHelper(answers).catch(() => undefined),
});

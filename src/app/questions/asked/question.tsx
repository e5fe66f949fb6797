import type { Answers } from '../../../device/answers.ts';
import { faultInLine } from '../../faults.ts';
import { joined, textQuestion } from '../text-question.tsx';

const wasAsked = ({ agrees }: Answers) => agrees !== 'not-asked';
const needsReason = ({ agrees }: Answers) => agrees !== 'yes';

/** Who asked the child, how and when; or why nobody did, or what the child does not agree to. */
export const asked = textQuestion({
  label: 'asked.label',
  title: (answers) => (wasAsked(answers) ? 'asked.title' : 'asked.whyNotTitle'),
  help: 'asked.help',
  lines: [
    { answer: 'askedBy', label: 'asked.by', isAsked: wasAsked },
    { answer: 'askedHow', label: 'asked.how', help: 'asked.howHelp', isAsked: wasAsked },
    { answer: 'askedOn', label: 'asked.on', type: 'date', isAsked: wasAsked },
    { answer: 'agreementWhy', label: 'asked.why', isAsked: needsReason },
  ],
  faultIn: faultInLine,
  said: ({ askedBy, askedHow, askedOn, agreementWhy }) => joined(askedBy, askedHow, askedOn, agreementWhy),
});

import { needsReason, wasAsked } from '../../agreement.ts';
import { faultInLine } from '../../faults.ts';
import { joined, textQuestion } from '../text-question.tsx';

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
  said: (answers) => {
    const { askedBy, askedHow, askedOn, agreementWhy } = answers;
    const how = wasAsked(answers) ? [askedBy, askedHow, askedOn] : [];
    return joined(...how, needsReason(answers) ? agreementWhy : undefined);
  },
});

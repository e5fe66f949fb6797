import type { Answers } from '../../../device/answers.ts';
import { Safe } from '../../../domain/submission.ts';
import { Pebble } from '../../../ui/art/Pebble.tsx';
import { appWords } from '../../../words/app-words.ts';
import { isHelper, whose } from '../../speaker.ts';
import { choiceQuestion } from '../choice-question.tsx';

/** Asked once, after the words, and what "no" does is said first. The answer "not sure" does the same. */
export const safe = choiceQuestion({
  answer: 'safe',
  label: 'safety.label',
  title: (answers) => appWords.t(`safety.${asked(answers)}.title`),
  help: (answers) => appWords.t(`safety.${asked(answers)}.help`),
  values: () => Safe.options,
  name: (value, answers) => appWords.t(`safety.${asked(answers)}.${value}`),
  // For who answers of themselves: a face says it before the word is read.
  picture: (value, answers) => whose(answers) === 'own' && <Pebble kind={faces[value]} />,
});

const faces = { yes: 'compliment', no: 'complaint', 'not-sure': 'unsure' } as const;

function asked(answers: Answers): 'own' | 'child' | 'anyone' {
  if (isHelper(answers)) return 'child';
  return whose(answers) === 'own' ? 'own' : 'anyone';
}

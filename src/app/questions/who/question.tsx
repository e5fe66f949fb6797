import type { Voice } from '../../../domain/submission.ts';
import { LakeScene } from '../../../ui/art/scenes.tsx';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

const voices = ['child', 'young-person', 'parent-or-carer', 'advocate', 'someone-else'] as const satisfies Voice[];

/** Who is speaking. Nobody has to say. */
export const who = choiceQuestion({
  answer: 'voice',
  label: 'check.who',
  title: () => appWords.t('who.title'),
  help: () => appWords.t('who.help'),
  values: () => voices,
  name: (value) => appWords.t(`who.${value}`),
  hint: (value) => (value === 'advocate' ? appWords.t('who.advocateHint') : undefined),
  scene: <LakeScene />,
  skip: { label: 'skip', as: 'not-said' },
});

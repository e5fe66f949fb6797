import type { Voice } from '../../../domain/submission.ts';
import { Picture } from '../../../ui/art/Picture.tsx';
import type { PictureName } from '../../../ui/art/pictures.ts';
import { LakeScene } from '../../../ui/art/scenes.tsx';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

const voices = ['child', 'young-person', 'parent-or-carer', 'advocate', 'someone-else'] as const satisfies Voice[];

const pictures: Record<Voice, PictureName> = {
  child: 'child',
  'young-person': 'young-person',
  'parent-or-carer': 'carer',
  advocate: 'helper',
  'someone-else': 'someone',
  'not-said': 'someone',
};

/** Who is speaking. Nobody has to say. */
export const who = choiceQuestion({
  answer: 'voice',
  label: 'check.who',
  title: () => appWords.t('who.title'),
  help: () => appWords.t('who.help'),
  values: () => voices,
  name: (value) => appWords.t(`who.${value}`),
  hint: (value) => (value === 'advocate' ? appWords.t('who.advocateHint') : undefined),
  // In every register: a child who cannot read begins in the words of all.
  picture: (value) => <Picture name={pictures[value]} />,
  scene: <LakeScene />,
  skip: { label: 'skip', as: 'not-said' },
});

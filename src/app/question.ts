import type { ComponentChildren, FunctionComponent } from 'preact';
import type { Answers } from '../device/answers.ts';
import type { AppKey } from '../words/app-words.ts';

/** One question on the screen: a folder in `questions/` with this. When it is asked stands in `journey.ts`. */
export interface QuestionParts {
  Screen: FunctionComponent<QuestionProps>;
  /** What it is called where answers stand together, and where it is offered. */
  label: AppKey | ((answers: Answers) => AppKey);
  /** What was answered, as words; empty when nothing was. */
  said: (answers: Answers) => string;
  /** The picture of what was answered, for those who do not read yet. */
  drawn?: (answers: Answers) => ComponentChildren;
}

export interface QuestionProps {
  answers: Answers;
  /** Says more of what was sent before. */
  isAddition: boolean;
  progress: { step: number; steps: number } | undefined;
  /** Which child it is about, where somebody tells of several. */
  child: string | undefined;
  /** The other children on this phone, by the names a helper gave them. */
  otherChildren: readonly string[];
  /** True once the person has moved: whoever listens or moves by keyboard starts again at the title. */
  takesFocus: boolean;
  /** Whether what was typed is on the phone. */
  keeping: Keeping;
  /** Its button sends: nothing comes behind it. */
  isLast: boolean;
  /** Keeps a part of the answers while the person stays here. */
  onChange: (part: Answers) => void;
  /** Keeps a part of the answers and goes on. */
  onNext: (part: Answers) => void;
}

export type Keeping = 'nothing-yet' | 'kept' | 'cannot';

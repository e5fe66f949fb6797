import type { FunctionComponent } from 'preact';
import type { Answers, Draft } from '../device/drafts.ts';
import { advocate } from './questions/advocate/question.tsx';
import { kind } from './questions/kind/question.tsx';
import { who } from './questions/who/question.tsx';
import { words } from './questions/words/question.tsx';

/** One question: a folder with its screen, what a whole answer is, and when it is asked. */
export interface Question {
  name: string;
  isAsked: (answers: Answers) => boolean;
  Screen: FunctionComponent<QuestionProps>;
}

export interface QuestionProps {
  answers: Answers;
  progress: { step: number; steps: number };
  /** True once the person has moved: whoever listens or moves by keyboard starts again at the title. */
  takesFocus: boolean;
  /** Whether what was typed is on the phone. */
  keeping: Keeping;
  /** Keeps a part of the answers while the person stays here. */
  onChange: (part: Answers) => void;
  /** Keeps a part of the answers and goes on. */
  onNext: (part: Answers) => void;
}

export type Keeping = 'nothing-yet' | 'kept' | 'cannot';

/** The order in which things are asked. The step behind the last question is `check`. */
const questions: readonly Question[] = [who, kind, words, advocate];

export const check = 'check';

export type Path = '/' | '/tell' | '/follow';

/** Where a new draft begins: the start asks everything, `/tell` opens at the words and asks the rest after them. */
export function beginning(path: Path): Pick<Draft, 'step' | 'seen'> {
  return path === '/tell' ? { step: words.name, seen: [who.name] } : { step: who.name, seen: [] };
}

export function questionOf(step: string): Question | undefined {
  return questions.find((question) => question.name === step);
}

/** The step after the present one: the first question that is asked and was not seen yet, else the check. */
export function stepAfter({ answers, seen }: Pick<Draft, 'answers' | 'seen'>): string {
  return asked(answers).find((question) => !seen.includes(question.name))?.name ?? check;
}

/** The step before a step; undefined at the first. */
export function stepBefore({ answers, step }: Pick<Draft, 'answers' | 'step'>): string | undefined {
  const steps = stepsOf(answers);
  return steps[steps.indexOf(step) - 1];
}

export function progressOf({ answers, step }: Pick<Draft, 'answers' | 'step'>): { step: number; steps: number } {
  const steps = stepsOf(answers);
  return { step: steps.indexOf(step) + 1, steps: steps.length };
}

function stepsOf(answers: Answers): string[] {
  return [...asked(answers).map((question) => question.name), check];
}

function asked(answers: Answers): Question[] {
  return questions.filter((question) => question.isAsked(answers));
}

import type { Answers } from '../device/answers.ts';
import type { Draft } from '../device/drafts.ts';
import { type AppKey, appWords } from '../words/app-words.ts';
import { asked, needsWords, offered, type QuestionName } from './journey.ts';
import { questions } from './questions/all.ts';

export interface AnswerLine {
  step: QuestionName;
  label: AppKey;
  text: string;
}

type Told = Pick<Draft, 'answers' | 'isAddition'>;

/** What always stands there, answered or not: what it is, the words, and who speaks. */
const essential: ReadonlySet<QuestionName> = new Set(['kind', 'words', 'who']);
/** Asked only as a consequence of another answer: not offered for itself. */
const consequences: ReadonlySet<QuestionName> = new Set(['help-now', 'trusted', 'asked', 'reply-how', 'helper']);

/** Every answer that will be sent, in the order in which it was asked. */
export function linesOf({ answers, isAddition }: Told): AnswerLine[] {
  const names = isAddition ? offered({ answers, isAddition }) : [...asked(answers), ...offered({ answers })];
  const inOrder = isAddition ? names : [...essential, ...names.filter((name) => !essential.has(name))];
  return inOrder.flatMap((name) => {
    const isMissed = essential.has(name) && !isAddition && (name !== 'words' || needsWords(answers));
    const text = saidTo(name, answers) || (isMissed ? unsaid(name) : '');
    return text ? [{ step: name, label: labelOf(name, answers), text }] : [];
  });
}

/** What may still be said, and was not. */
export function notSaidYet({ answers, isAddition }: Told): QuestionName[] {
  const names = [...(isAddition ? [] : asked(answers)), ...offered({ answers, ...(isAddition && { isAddition }) })];
  return names.filter(
    (name) =>
      !consequences.has(name) && (isAddition || name === 'words' || !essential.has(name)) && !saidTo(name, answers),
  );
}

/** A copy for whoever wants to keep one. */
export function copyOf(told: Told): string {
  return linesOf(told)
    .map(({ label, text }) => `${appWords.t(label)}\n${text}`)
    .join('\n\n');
}

/** What a question is called where answers stand together, and where it is offered. */
export function labelOf(name: QuestionName, answers: Answers): AppKey {
  const { label } = questions[name];
  return typeof label === 'function' ? label(answers) : label;
}

function saidTo(name: QuestionName, answers: Answers): string {
  return questions[name].said(answers);
}

function unsaid(name: QuestionName): string {
  return appWords.t(name === 'who' ? 'who.not-said' : 'check.notAnswered');
}

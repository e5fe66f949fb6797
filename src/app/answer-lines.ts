import { type Answers, isSaid } from '../device/answers.ts';
import type { Draft } from '../device/drafts.ts';
import type { Agreed, Mark, SaidBack } from '../domain/submission.ts';
import { type AppKey, appWords } from '../words/app-words.ts';
import { answersThatCount, asked, givenBy, needsWords, offered, type QuestionName } from './journey.ts';
import { markOn, sentAs } from './marks.ts';
import { questions } from './questions/all.ts';
import { whose } from './speaker.ts';

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

/** The questions whose answers stand there to be checked. */
export function pointsShown(told: Told): QuestionName[] {
  return linesOf(told).map(({ step }) => step);
}

/** What goes with the submission of what was said back: each answer once, however many questions ask for it. */
export function pointsOf(told: Told): SaidBack['points'] {
  const { saidBack } = told.answers;
  const counted = answersThatCount(told);
  const points = linesOf(told).flatMap(({ step }) => {
    const given = givenBy(step);
    const [first] = given;
    const name = first && sentAs(given.find((each) => isSaid(counted[each])) ?? first);
    return name ? [{ name, is: saidBack?.[step] ?? ('shown' as const) }] : [];
  });
  return [...Map.groupBy(points, ({ name }) => name)].map(([name, parts]) => ({ name, is: whole(parts) }));
}

// Right only where each part was ticked; one that was changed is worth knowing.
function whole(parts: { is: Agreed }[]): Agreed {
  if (parts.every(({ is }) => is === 'right')) return 'right';
  return parts.some(({ is }) => is === 'changed') ? 'changed' : 'shown';
}

/** Whose words an answer is, as it is said back; nothing when nobody has said who is with them. */
export function whoseWords(step: QuestionName, answers: Answers): string {
  const mark = whose(answers) === 'own' ? markOn(answers, givenBy(step)) : undefined;
  const name = answers.withMeWho?.trim();
  return mark ? markWords(mark, name) : '';
}

function markWords(mark: Mark, name: string | undefined): string {
  const { t } = appWords;
  if (mark === 'me') return t('withMe.by.me');
  // A name is written in its own direction, whatever stands around it.
  return name ? t(`withMe.by.${mark}Named`, { name: `\u2068${name}\u2069` }) : t(`withMe.by.${mark}`);
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

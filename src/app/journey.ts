import type { AnswerName, Answers } from '../device/answers.ts';
import type { Draft } from '../device/drafts.ts';
import { isToldByPictures } from '../domain/by-pictures.ts';
import type { Kind } from '../domain/submission.ts';
import { means } from './agreement.ts';
import { notThisRoleOf } from './not-this-role.ts';
import { isAboutChild, isAboutSomebodyElse, isAdult, isHelper, registerOf } from './speaker.ts';
import { forOthers, helping, more, own, type Way, withPictures } from './ways.ts';

/**
 * The journey as data: what may be asked, which answers each question gives, of whom and in which order it is asked
 * before sending, and what is offered as "add more". The screens are in `questions/`, a folder each.
 */
interface Question {
  /** The answers it gives. Those of a question that no longer applies are not sent. */
  gives: readonly AnswerName[];
  /** Whether it makes sense after what was answered so far. */
  applies?: (answers: Answers) => boolean;
}

const table = {
  who: { gives: ['voice'] },
  helper: { gives: ['helperName', 'helperOrganisation', 'helperContact'], applies: isHelper },
  about: { gives: ['aboutWho'], applies: (answers) => isAdult(answers) && !isHelper(answers) },
  'child-name': { gives: ['aboutName'], applies: isAboutSomebodyElse },
  'whose-words': { gives: ['whoseWords'], applies: isHelper },
  kind: { gives: ['kind'] },
  'about-what': { gives: ['aboutWhat'], applies: (answers) => isPictured('complaint', answers, answers.aboutWhat) },
  feeling: { gives: ['feeling'], applies: (answers) => isPictured('complaint', answers, answers.feeling) },
  better: { gives: ['better'], applies: (answers) => isPictured('complaint', answers, answers.better) },
  'thank-whom': { gives: ['thankWhom'], applies: (answers) => isPictured('compliment', answers, answers.thankWhom) },
  'what-was-good': {
    gives: ['whatWasGood'],
    applies: (answers) => isPictured('compliment', answers, answers.whatWasGood),
  },
  words: { gives: ['words'] },
  safe: { gives: ['safe'] },
  'help-now': { gives: ['whereNow'], applies: isUnsafe },
  advocate: { gives: ['advocate'], applies: (answers) => !isAdult(answers) || isAboutChild(answers) },
  trusted: { gives: ['trusted'], applies: ({ advocate }) => advocate === 'has-someone' },
  relation: { gives: ['relation'], applies: isAboutChild },
  knows: { gives: ['knows'], applies: isAboutChild },
  agrees: { gives: ['agrees'], applies: isHelper },
  asked: { gives: ['askedBy', 'askedHow', 'askedOn', 'agreementWhy'], applies: ({ agrees }) => agrees !== undefined },
  'helper-may-see': { gives: ['helperMaySee'], applies: isHelper },
  wanted: { gives: ['wanted'] },
  person: { gives: ['person'] },
  // A child who is asked by pictures knows of no service; what was said before stays said.
  service: { gives: ['service'], applies: (answers) => answers.service !== undefined || !tellsByPictures(answers) },
  'not-this-person': { gives: ['notThisPerson', 'notThisRole'] },
  'may-tell': { gives: ['mayTell'], applies: (answers) => !isAdult(answers) || isHelper(answers) },
  court: { gives: ['court'] },
  reply: { gives: ['replyBy'] },
  'reply-how': { gives: ['replyTo', 'replyWhen', 'replyWhoElse'], applies: isAnsweredElsewhere },
  name: { gives: ['name'], applies: (answers) => !isHelper(answers) },
  // Come to from what was sent, and from nowhere else.
  message: { gives: ['message'], applies: ({ message }) => message !== undefined },
  'ask-next': { gives: ['asksFor', 'asksWhy'], applies: ({ asksFor }) => asksFor !== undefined },
  now: { gives: ['now'], applies: ({ now }) => now !== undefined },
  // Come to from what was sent, where a helper can look too, and from nowhere else.
  'helper-access': { gives: ['helperEnded'], applies: ({ helperEnded }) => helperEnded === true },
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof table;
const questions: Readonly<Record<QuestionName, Question>> = table;
export const questionNames = Object.keys(table) as QuestionName[];

/** Asked as soon as an answer makes them mean something, also out of turn. */
const followUps: Partial<Record<string, QuestionName>> = {
  safe: 'help-now',
  advocate: 'trusted',
  about: 'child-name',
  agrees: 'asked',
  reply: 'reply-how',
};

/** The step behind the last question. */
export const check = 'check';

export type Path = '/' | '/tell' | '/follow';

type Place = Pick<Draft, 'answers' | 'step' | 'seen' | 'isAddition'>;

/** Where a new draft begins: the start asks everything, `/tell` opens at the words and asks the rest after them. */
export function beginning(path: Path): Pick<Draft, 'step' | 'seen'> {
  return path === '/tell' ? { step: 'words', seen: ['who'] } : { step: 'who', seen: [] };
}

export function isQuestion(step: string): step is QuestionName {
  return step in questions;
}

/** The step after the present one: the first question that is asked and was not seen yet, else the check. */
export function stepAfter({ answers, step, seen, isAddition }: Place): string {
  // Words that were taken out again are asked for again: without them, or a picture, there is nothing to send.
  const isMissing = (name: QuestionName) => name === 'words' && !isAddition && needsWords(answers);
  const isNext = (name: QuestionName) => applies(name, answers) && (!seen.includes(name) || isMissing(name));
  const followUp = followUpOf(step, answers);
  if (followUp && isNext(followUp)) return followUp;
  return (isAddition ? undefined : asked(answers).find(isNext)) ?? check;
}

/** The step before a step; undefined at the first. What was added on the way leads back to the check. */
export function stepBefore({ answers, step, isAddition }: Omit<Place, 'seen'>): string | undefined {
  if (isAddition) return step === check ? undefined : check;
  const steps = [...asked(answers), check];
  const index = steps.indexOf(step);
  return index < 0 && isQuestion(step) ? check : steps[index - 1];
}

/** How far it is. Undefined where a question was chosen out of turn. */
export function progressOf({
  answers,
  step,
  isAddition,
}: Omit<Place, 'seen'>): { step: number; steps: number } | undefined {
  const steps = [...asked(answers), check];
  const index = steps.indexOf(step);
  return isAddition || index < 0 ? undefined : { step: index + 1, steps: steps.length };
}

const safety: Way = ['safe', 'help-now'];

/**
 * What may still be said, and need not be: before sending beside the way, afterwards everything. That somebody is not
 * safe stays said, whatever becomes of what it was said with.
 */
export function offered({ answers, isAddition }: Pick<Place, 'answers' | 'isAddition'>): QuestionName[] {
  const kept = isUnsafe(answers) ? safety : [];
  const beside = [...safety, ...more].filter((name) => !asked(answers).includes(name));
  const names: Way = isAddition ? ['words', ...safety, ...more] : beside;
  const isOffered = (name: QuestionName) => answers.kind !== 'compliment' || forThanks.has(name) || kept.includes(name);
  return names.filter((name) => applies(name, answers) && isOffered(name));
}

const forThanks: ReadonlySet<QuestionName> = new Set([
  'words',
  'thank-whom',
  'what-was-good',
  'person',
  'service',
  'name',
  'helper-access',
  'message',
  'ask-next',
]);

/** The answers that still mean something: those of questions that are asked or offered after what was answered. */
export function answersThatCount({ answers, isAddition }: Pick<Place, 'answers' | 'isAddition'>): Answers {
  const names = [...(isAddition ? [] : asked(answers)), ...offered({ answers, isAddition })];
  const given = new Set<AnswerName>(['voice', 'kind', ...names.flatMap((name) => questions[name].gives)]);
  const counts = (name: AnswerName) => given.has(name) && (means[name]?.(answers) ?? true);
  return Object.fromEntries(
    Object.entries({ ...answers, ...byDefault(answers) }).filter(([name]) => counts(name as AnswerName)),
  );
}

function byDefault(answers: Answers): Answers {
  const notThisRole = notThisRoleOf(answers);
  return notThisRole.length > 0 ? { notThisRole } : {};
}

/** What follows from an answer that was changed, to be asked again: a telephone number is no e-mail address. */
export function askedAgain(step: string, before: Answers, after: Answers): QuestionName | undefined {
  const hasChanged = isQuestion(step) && questions[step].gives.some((name) => before[name] !== after[name]);
  return hasChanged ? followUpOf(step, after) : undefined;
}

/** The answers that a question gives, by their names here. */
export function givenBy(name: QuestionName): readonly AnswerName[] {
  return questions[name].gives;
}

/** Whether words must be written: not where something was told by a picture. */
export function needsWords(answers: Answers): boolean {
  return !answers.words?.trim() && !isToldByPictures(answersThatCount({ answers }));
}

/** Whoever speaks for themselves in the younger register tells by pictures. */
function tellsByPictures(answers: Answers): boolean {
  return registerOf(answers) === 'younger' && !isAdult(answers);
}

// What was told by a picture stays said when the register is changed afterwards.
function isPictured(of: Kind, answers: Answers, chosen: string | undefined): boolean {
  return (answers.kind ?? 'complaint') === of && (chosen !== undefined || tellsByPictures(answers));
}

/** A picture that says that somebody may be in danger brings the question of safety at once. */
function followUpOf(step: string, { aboutWhat }: Answers): QuestionName | undefined {
  if (step === 'about-what') return aboutWhat === 'hurt-or-scared' ? 'safe' : undefined;
  return followUps[step];
}

/**
 * Whether the present question is the last, and sends: a child's thank you, in which there is nothing to check that was
 * not pressed a moment ago.
 */
export function isLast({ answers, step, seen, isAddition }: Place): boolean {
  if (isAddition || step !== 'words' || answers.kind !== 'compliment' || seen.includes('words')) return false;
  return tellsByPictures(answers) && asked(answers).every((name) => name === step || seen.includes(name));
}

/** Somebody is not safe, or whoever speaks does not know. */
export function isUnsafe({ safe }: Answers): boolean {
  return safe === 'no' || safe === 'not-sure';
}

function isAnsweredElsewhere({ replyBy }: Answers): boolean {
  return replyBy !== undefined && replyBy !== 'app';
}

/** What is asked before sending after what was answered so far, in order. */
export function asked(answers: Answers): QuestionName[] {
  const way = waysOf(answers)[answers.kind ?? 'complaint'].filter((name) => applies(name, answers));
  return answers.aboutWhat === 'hurt-or-scared' ? withSafetyFirst(way) : way;
}

function waysOf(answers: Answers): Record<Kind, Way> {
  if (isHelper(answers)) return helping;
  if (isAdult(answers)) return forOthers;
  return tellsByPictures(answers) ? withPictures : own;
}

// Right behind the picture that says so.
function withSafetyFirst(way: QuestionName[]): QuestionName[] {
  const rest = way.filter((name) => !safety.includes(name));
  const at = rest.indexOf('about-what') + 1;
  return at === 0 ? way : [...rest.slice(0, at), ...way.filter((name) => safety.includes(name)), ...rest.slice(at)];
}

function applies(name: QuestionName, answers: Answers): boolean {
  return questions[name].applies?.(answers) ?? true;
}

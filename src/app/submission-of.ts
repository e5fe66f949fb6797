import type { Answers } from '../device/answers.ts';
import type { Draft } from '../device/drafts.ts';
import { AdditionV1, type SaidBack, type Submission, SubmissionV1 } from '../domain/submission.ts';
import { cleanWords } from '../domain/text.ts';
import { answersThatCount, type QuestionName } from './journey.ts';
import { typedByOf } from './marks.ts';
import { isHelper, registerOf } from './speaker.ts';

interface Circumstances {
  /** The phone's own clock. */
  writtenAt: string;
  language: string;
  /** SHA-256 of the key with which a helper follows. */
  helperKey?: string | undefined;
  /** The id of an addition. */
  addition?: string | undefined;
  /** What was said back before it was sent; nothing when it went at once. */
  points?: SaidBack['points'] | undefined;
}

/** An answer that cannot be sent as it stands, and the question that asks for it. */
export class FaultyAnswer extends Error {
  readonly step: QuestionName;

  constructor(step: QuestionName) {
    super('An answer cannot be sent as it stands.');
    this.name = 'FaultyAnswer';
    this.step = step;
  }
}

const askedBy: Partial<Record<PropertyKey, QuestionName>> = {
  name: 'name',
  whereNow: 'help-now',
  trusted: 'trusted',
  wanted: 'wanted',
  message: 'message',
  asksWhy: 'ask-next',
  person: 'person',
  notThisPerson: 'not-this-person',
  reply: 'reply-how',
  about: 'child-name',
  agreement: 'asked',
  helper: 'helper',
};

/**
 * What is sent of a draft: the answers that still mean something, without the empty ones. Throws `FaultyAnswer` when
 * something that must be there is not, or is too long.
 */
export function submissionOf(draft: Draft, circumstances: Circumstances): Submission {
  const { writtenAt, language, helperKey, addition } = circumstances;
  const answers = answersThatCount(draft);
  const typedBy = typedByOf(draft.answers, answers);
  const given: Record<string, unknown> = { ...plainAnswers(answers), ...nestedAnswers(answers) };
  // What stands there as not answered is no point.
  const points = circumstances.points?.filter(({ name }) => name in given) ?? [];
  const said = {
    version: 1,
    ...given,
    ...(typedBy && { typedBy }),
    ...(points.length > 0 && { saidBack: { at: writtenAt, points } }),
    register: registerOf(draft.answers),
    language,
    writtenAt,
    ...(helperKey && { helperKey }),
  };
  const parsed = addition === undefined ? SubmissionV1.safeParse(said) : AdditionV1.safeParse({ ...said, addition });
  if (parsed.success) return parsed.data;
  throw new FaultyAnswer(askedBy[parsed.error.issues[0]?.path[0] ?? 'words'] ?? 'words');
}

function plainAnswers(answers: Answers): Record<string, unknown> {
  const { voice, kind, safe, advocate, court, relation, whoseWords, helperMaySee, helperEnded, mayTell, service } =
    answers;
  const { asksFor, asksWhy, now, notThisRole } = answers;
  const chosen = {
    voice,
    kind,
    safe,
    advocate,
    court,
    relation,
    whoseWords,
    helperMaySee,
    helperEnded,
    mayTell,
    asksFor,
    now,
    notThisRole,
  };
  const { words, message, name, whereNow, trusted, wanted, person, notThisPerson } = answers;
  const written = { words, message, name, whereNow, trusted, wanted, person, notThisPerson, service, asksWhy };
  const { aboutWhat, feeling, better, thankWhom, whatWasGood } = answers;
  const pictured = { aboutWhat, feeling, better, thankWhom, whatWasGood };
  return { ...present({ ...chosen, ...pictured }), ...typed(written) };
}

function nestedAnswers(answers: Answers): Record<string, unknown> {
  const { replyBy, replyTo, replyWhen, replyWhoElse, aboutWho, aboutName, knows, agrees } = answers;
  const who = isHelper(answers) && aboutName ? 'child' : aboutWho;
  const agreement = {
    ...present({ knows, agrees }),
    ...typed({ askedBy: answers.askedBy, how: answers.askedHow, on: answers.askedOn, why: answers.agreementWhy }),
  };
  const helper = typed({
    name: answers.helperName,
    organisation: answers.helperOrganisation,
    contact: answers.helperContact,
  });
  return {
    ...(replyBy && { reply: { by: replyBy, ...typed({ to: replyTo, when: replyWhen, whoElse: replyWhoElse }) } }),
    ...(who && { about: { who, ...typed({ name: aboutName }) } }),
    ...filled({ agreement, helper }),
  };
}

function present(answers: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
}

function typed(answers: Record<string, string | undefined>): Record<string, string> {
  const cleaned = Object.entries(answers).map(([name, text]) => [name, cleanWords(text ?? '')] as const);
  return Object.fromEntries(cleaned.filter(([, text]) => text !== ''));
}

function filled(parts: Record<string, object>): Record<string, object> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0));
}

import * as z from 'zod/mini';
import { AsksFor } from '../domain/asks.ts';
import { byPictures } from '../domain/by-pictures.ts';
import { Agreement, HelperMaySee, MayTell, WhoseWords } from '../domain/consent.ts';
import { NotThisRole } from '../domain/not-this-role.ts';
import {
  About,
  AdvocateWish,
  Agreed,
  Court,
  Kind,
  Mark,
  Now,
  Register,
  Relation,
  Reply,
  Safe,
  Voice,
} from '../domain/submission.ts';

/** As it is typed: nothing here is checked for being whole, for a draft is a draft. */
const typed = z.optional(z.string());

const shape = {
  voice: z.optional(Voice),
  /** The words that were chosen by hand, whoever speaks. */
  register: z.optional(Register),
  kind: z.optional(Kind),
  words: typed,
  ...byPictures,
  message: typed,
  asksFor: z.optional(AsksFor),
  asksWhy: typed,
  now: z.optional(Now),
  name: typed,
  safe: z.optional(Safe),
  whereNow: typed,
  advocate: z.optional(AdvocateWish),
  trusted: typed,
  wanted: typed,
  // Chosen, by an id that only the council's file knows.
  service: z.optional(z.string()),
  person: typed,
  notThisPerson: typed,
  notThisRole: z.optional(z.array(NotThisRole)),
  mayTell: z.optional(z.array(MayTell)),
  court: z.optional(Court),
  replyBy: z.optional(Reply.shape.by),
  replyTo: typed,
  replyWhen: typed,
  replyWhoElse: typed,
  aboutWho: z.optional(About.shape.who),
  aboutName: typed,
  relation: z.optional(Relation),
  whoseWords: z.optional(WhoseWords),
  knows: Agreement.shape.knows,
  agrees: Agreement.shape.agrees,
  askedBy: typed,
  askedHow: typed,
  askedOn: typed,
  agreementWhy: typed,
  helperName: typed,
  helperOrganisation: typed,
  helperContact: typed,
  helperMaySee: z.optional(HelperMaySee),
  helperEnded: z.optional(z.literal(true)),
  /** Whether somebody helps whoever speaks for themselves, for now; and who that is. */
  withMe: z.optional(z.enum(['nobody', 'someone'])),
  withMeWho: typed,
  /** Who typed which answer, by the answer's name here. */
  marks: z.optional(z.record(z.string(), Mark)),
  /** What was said back before sending, by its question. */
  saidBack: z.optional(z.record(z.string(), Agreed)),
  /** The questions kept for when nobody helps. Never sent. */
  later: z.optional(z.array(z.string())),
};

/** What was answered so far. What a newer tab has stored beside it stays when an older one saves. */
export const Answers = z.looseObject(shape);
const KnownAnswers = z.object(shape);
export type Answers = z.infer<typeof KnownAnswers>;

export type AnswerName = keyof Answers;

/** Whether an answer is written letter by letter, so that two may have written at it. Others are chosen anew, and whole. */
export function isTyped(name: string): boolean {
  return name in shape && shape[name as AnswerName] === typed;
}

/** Who speaks, what it is, and who helps say nothing yet of what somebody wants to tell. */
const saysNothingYet: ReadonlySet<string> = new Set<AnswerName>([
  'voice',
  'register',
  'kind',
  'helperName',
  'helperOrganisation',
  'helperContact',
  'withMe',
  'withMeWho',
  'marks',
  'saidBack',
  'later',
]);

/** Whether a draft says something that somebody would know again, and miss. */
export function saysSomething(answers: Answers): boolean {
  return Object.entries(answers).some(([name, value]) => !saysNothingYet.has(name) && isSaid(value));
}

/** Whether a draft is to be kept: it says something, or holds what is to be said later. */
export function isWorthKeeping(answers: Answers): boolean {
  return saysSomething(answers) || Boolean(answers.later?.length);
}

/** Whether an answer was given at all. */
export function isSaid(value: unknown): boolean {
  // An empty list is an answer: "ask me first" takes back what was allowed before.
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined;
}

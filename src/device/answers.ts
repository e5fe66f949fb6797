import * as z from 'zod/mini';
import { byPictures } from '../domain/by-pictures.ts';
import { Agreement, HelperMaySee, MayTell, WhoseWords } from '../domain/consent.ts';
import { About, AdvocateWish, Court, Kind, Register, Relation, Reply, Safe, Voice } from '../domain/submission.ts';

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
  name: typed,
  safe: z.optional(Safe),
  whereNow: typed,
  advocate: z.optional(AdvocateWish),
  trusted: typed,
  wanted: typed,
  service: typed,
  person: typed,
  notThisPerson: typed,
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
};

/** What was answered so far. What a newer tab has stored beside it stays when an older one saves. */
export const Answers = z.looseObject(shape);
const KnownAnswers = z.object(shape);
export type Answers = z.infer<typeof KnownAnswers>;

export type AnswerName = keyof Answers;

/** Who speaks, what it is, and a helper's own details say nothing yet of what somebody wants to tell. */
const saysNothingYet: ReadonlySet<string> = new Set<AnswerName>([
  'voice',
  'register',
  'kind',
  'helperName',
  'helperOrganisation',
  'helperContact',
]);

/** Whether a draft says something that somebody would know again, and miss. */
export function saysSomething(answers: Answers): boolean {
  return Object.entries(answers).some(([name, value]) => !saysNothingYet.has(name) && isSaid(value));
}

function isSaid(value: unknown): boolean {
  // An empty list is an answer: "ask me first" takes back what was allowed before.
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined;
}

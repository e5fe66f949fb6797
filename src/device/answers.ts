import * as z from 'zod/mini';
import { HelperMaySee, MayTell, WhoseWords } from '../domain/consent.ts';
import { AdvocateWish, Kind, Relation, Safe, Voice } from '../domain/submission.ts';

/** As it is typed: nothing here is checked for being whole, for a draft is a draft. */
const typed = z.optional(z.string());

const shape = {
  voice: z.optional(Voice),
  kind: z.optional(Kind),
  words: typed,
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
  court: z.optional(z.enum(['yes', 'no', 'not-sure'])),
  replyBy: z.optional(z.enum(['app', 'phone', 'email', 'letter'])),
  replyTo: typed,
  replyWhen: typed,
  replyWhoElse: typed,
  aboutWho: z.optional(z.enum(['me', 'child', 'somebody-else'])),
  aboutName: typed,
  relation: z.optional(Relation),
  whoseWords: z.optional(WhoseWords),
  knows: z.optional(z.enum(['yes', 'no', 'not-sure'])),
  agrees: z.optional(z.enum(['yes', 'partly', 'no', 'not-asked'])),
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

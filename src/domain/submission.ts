import * as z from 'zod/mini';
import { byPictures, isToldByPictures } from './by-pictures.ts';
import { Agreement, HelperMaySee, MayTell, WhoseWords } from './consent.ts';
import { Instant } from './dates.ts';
import { Sha256 } from './keys.ts';
import { Line, Words } from './text.ts';

export const Voice = z.enum(['child', 'young-person', 'parent-or-carer', 'advocate', 'someone-else', 'not-said']);
export type Voice = z.infer<typeof Voice>;

/** Something is wrong, thank you, my idea: the field's names for them. */
export const Kind = z.enum(['complaint', 'compliment', 'comment']);
export type Kind = z.infer<typeof Kind>;

export const Register = z.enum(['younger', 'older', 'adult']);
export type Register = z.infer<typeof Register>;

export const AdvocateWish = z.enum(['yes', 'has-someone', 'not-now']);
export type AdvocateWish = z.infer<typeof AdvocateWish>;

/** "Do you feel safe right now?", or is the child, as a helper sees it. Not sure is raised like no. */
export const Safe = z.enum(['yes', 'no', 'not-sure']);
export type Safe = z.infer<typeof Safe>;

/** Is a court case going on? */
export const Court = z.enum(['yes', 'no', 'not-sure']);
export type Court = z.infer<typeof Court>;

/** The answers that are raised with staff. */
export const Raised = z.literal(['no', 'not-sure']);
export type Raised = z.infer<typeof Raised>;

/** Whom it is about, when somebody else speaks. */
export const About = z.strictObject({
  who: z.enum(['me', 'child', 'somebody-else']),
  name: z.optional(Line),
});
export type About = z.infer<typeof About>;

/**
 * How the speaker is linked to the child. Those whom the law lists (Children Act 1989, s26(3)) may complain in their
 * own right; of others the council decides whether they have sufficient interest.
 */
export const Relation = z.enum([
  'parent',
  'foster-carer',
  'special-guardian',
  'adoptive-parent',
  'family',
  'professional',
  'other',
]);
export type Relation = z.infer<typeof Relation>;

/** How the person wants to be answered. In the app is the default, and is told there in any case. */
export const Reply = z.strictObject({
  by: z.enum(['app', 'phone', 'email', 'letter']),
  /** The number or address to use. */
  to: z.optional(Line),
  /** When it is safe to. */
  when: z.optional(Line),
  /** Who else might answer or open it. */
  whoElse: z.optional(Line),
});
export type Reply = z.infer<typeof Reply>;

/** Who helps: an advocate's own details, given once for several children. */
export const Helper = z.strictObject({
  name: z.optional(Line),
  organisation: z.optional(Line),
  /** A telephone number or an e-mail address. */
  contact: z.optional(Line),
});
export type Helper = z.infer<typeof Helper>;

/** A submission's id: a UUID of any version, minted on the device. RFC 9562 takes upper case too, and writes lower. */
export const SubmissionId = z.guid().check(z.toLowerCase());
export type SubmissionId = z.infer<typeof SubmissionId>;

/** Everything that may be said and never has to be, before sending or later. */
const optionalAnswers = {
  voice: z.optional(Voice),
  /** The speaker's own name, if they want to give it. */
  name: z.optional(Line),
  safe: z.optional(Safe),
  /** Where they are now, said by somebody who does not feel safe. */
  whereNow: z.optional(Line),
  advocate: z.optional(AdvocateWish),
  /** Somebody the person trusts already, who helps them instead of an advocate. */
  trusted: z.optional(Line),
  /** What would put it right. */
  wanted: z.optional(Words),
  /** A service of the council, by its id in the council's file. */
  service: z.optional(z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/), z.maxLength(100))),
  /** The role or the person it is about, or who is thanked. */
  person: z.optional(Line),
  /** Who must not handle it. */
  notThisPerson: z.optional(Line),
  mayTell: z.optional(z.array(MayTell).check(z.maxLength(MayTell.options.length))),
  court: z.optional(Court),
  reply: z.optional(Reply),
  about: z.optional(About),
  relation: z.optional(Relation),
  whoseWords: z.optional(WhoseWords),
  agreement: z.optional(Agreement),
  helper: z.optional(Helper),
  /** SHA-256 of a second key, the helper's own: who has that one may follow as far as the child agrees. */
  helperKey: z.optional(Sha256),
  helperMaySee: z.optional(HelperMaySee),
  /** Ends the helper's access for good. Only ever said with the child's own key. */
  helperEnded: z.optional(z.literal(true)),
  ...byPictures,
  register: z.optional(Register),
  /** The language it was written in, BCP 47. */
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.maxLength(35))),
  /** What the phone's own clock said. Only shown; no date is counted from it. */
  writtenAt: z.optional(Instant),
};

/**
 * What one person tells the council, version 1. Released shapes are accepted for ever: a phone may come back after a
 * year. It may gain answers that nobody must give; a change of meaning is a new version beside this one. Words must be
 * there unless something was told by pictures.
 */
export const SubmissionV1 = z
  .strictObject({ version: z.literal(1), kind: Kind, words: z.optional(Words), ...optionalAnswers })
  .check(z.refine((said) => said.words !== undefined || isToldByPictures(said), { path: ['words'] }));
export type SubmissionV1 = z.infer<typeof SubmissionV1>;

/**
 * Something more about what was sent before, under the same id and key: only what is said now, for the phone does not
 * keep what went. The latest answer counts; every one is kept. One that overtakes what it adds to opens the case.
 */
export const AdditionV1 = z.strictObject({
  version: z.literal(1),
  /** Minted with it, so that saying again what was said before the last time is not taken for a repetition. */
  addition: SubmissionId,
  kind: Kind,
  words: z.optional(Words),
  /** Written to the team, to be answered: no part of what happened. */
  message: z.optional(Words),
  ...optionalAnswers,
});
export type AdditionV1 = z.infer<typeof AdditionV1>;

/** Every version ever released, newest last. */
export const Submission = z.union([SubmissionV1, AdditionV1]);
export type Submission = z.infer<typeof Submission>;

/** What was said in one submission or addition, whichever it was. */
export const Said = z.object({
  kind: Kind,
  words: z.optional(Words),
  message: z.optional(Words),
  addition: z.optional(SubmissionId),
  ...optionalAnswers,
});
export type Said = z.infer<typeof Said>;

/** Goes with everything that is said, and says nothing by itself. */
const wrapping: ReadonlySet<string> = new Set<keyof AdditionV1>([
  'version',
  'addition',
  'kind',
  'voice',
  'message',
  'register',
  'language',
  'writtenAt',
]);

/** Whether anything is said beside a message: about what happened, or an answer. */
export function saysMoreThanMessage(submission: Submission): boolean {
  return Object.keys(submission).some((name) => !wrapping.has(name));
}

export const knownVersions: readonly number[] = [1];

/**
 * The same content as the same text, whatever the order of keys and the white space a sender used: what decides
 * whether a repeated submission says something new. `writtenAt` does not count, for pressing "send" in two tabs
 * says one thing once.
 */
export function canonicalContent({ writtenAt: _, ...submission }: Submission): string {
  return canonicalText(submission);
}

/** The same value as the same text, whatever the order of its keys. */
export function canonicalText(content: unknown): string {
  return JSON.stringify(content, (_key, value: unknown) => (isRecord(value) ? inOrder(value) : value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inOrder(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

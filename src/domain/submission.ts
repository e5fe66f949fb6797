import * as z from 'zod/mini';
import { AsksFor } from './asks.ts';
import { byPictures, isToldByPictures, pictureNames } from './by-pictures.ts';
import { canonicalText } from './canonical-text.ts';
import { Agreement, HelperMaySee, MayTell, WhoseWords } from './consent.ts';
import { Instant } from './dates.ts';
import { Sha256 } from './keys.ts';
import { NotThisRole } from './not-this-role.ts';
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

/** Every answer that may be given and never has to be, before sending or later. */
const answers = {
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
  /** The same by what they are for the person. */
  notThisRole: z.optional(z.array(NotThisRole).check(z.maxLength(NotThisRole.options.length))),
  mayTell: z.optional(z.array(MayTell).check(z.maxLength(MayTell.options.length))),
  court: z.optional(Court),
  reply: z.optional(Reply),
  about: z.optional(About),
  relation: z.optional(Relation),
  whoseWords: z.optional(WhoseWords),
  agreement: z.optional(Agreement),
  helper: z.optional(Helper),
  helperMaySee: z.optional(HelperMaySee),
  /** Ends the helper's access for good. Only ever said with the child's own key. */
  helperEnded: z.optional(z.literal(true)),
  ...byPictures,
};

/** An answer by its name, as it is said back before sending, and marked with who typed it. */
export const PointName = z.enum(['kind', 'words', 'message', ...(Object.keys(answers) as (keyof typeof answers)[])]);
export type PointName = z.infer<typeof PointName>;

/** Who typed or pressed an answer: whoever speaks, somebody who helps them, or each a part of it. */
export const Mark = z.enum(['me', 'someone', 'both']);
export type Mark = z.infer<typeof Mark>;

// An object that knows its names, and no record: that one would pass over a name such as `__proto__` without a word.
const marks = Object.fromEntries(PointName.options.map((name) => [name, z.optional(Mark)])) as Record<
  PointName,
  z.ZodMiniOptional<typeof Mark>
>;

/** Whose words single answers are, where a person said who is with them. What has no mark, nobody has marked. */
export const TypedBy = z.strictObject({
  /** Who helps, by name or by what they are to the person. */
  who: z.optional(Line),
  answers: z.strictObject(marks),
});
export type TypedBy = z.infer<typeof TypedBy>;

/** What became of a point that was said back: ticked as right, changed then, or sent as it was shown. */
export const Agreed = z.enum(['right', 'changed', 'shown']);
export type Agreed = z.infer<typeof Agreed>;

/** What was said back point by point before it was sent, and what was agreed. Sending agrees to all of it. */
export const SaidBack = z.strictObject({
  /** By the phone's own clock. Only shown. */
  at: Instant,
  points: z
    .array(z.strictObject({ name: PointName, is: Agreed }))
    .check(z.minLength(1), z.maxLength(PointName.options.length)),
});
export type SaidBack = z.infer<typeof SaidBack>;

const optionalAnswers = {
  ...answers,
  /** SHA-256 of a second key, the helper's own: who has that one may follow as far as the child agrees. */
  helperKey: z.optional(Sha256),
  typedBy: z.optional(TypedBy),
  saidBack: z.optional(SaidBack),
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
  .check(
    z.refine((said) => said.words !== undefined || isToldByPictures(said), { path: ['words'] }),
    z.meta({ anyOf: ['words', ...pictureNames].map((name) => ({ required: [name] })) }),
  );
export type SubmissionV1 = z.infer<typeof SubmissionV1>;

/** How things are since it was told. */
export const Now = z.enum(['better', 'same', 'worse', 'rather-not-say']);
export type Now = z.infer<typeof Now>;

/** What only makes sense afterwards: the next step, or what is owed, asked for, with why if they say; how things are. */
const afterwards = { asksFor: z.optional(AsksFor), asksWhy: z.optional(Words), now: z.optional(Now) };

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
  ...afterwards,
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
  ...afterwards,
  ...optionalAnswers,
});
export type Said = z.infer<typeof Said>;

/** Goes with everything that is said, and says nothing by itself. */
const wrapping: ReadonlySet<string> = new Set<keyof AdditionV1 | 'receivedAt'>([
  'version',
  'addition',
  'kind',
  'voice',
  'typedBy',
  'saidBack',
  'register',
  'language',
  'writtenAt',
  'receivedAt',
]);
/** What has an event of its own. */
const withEvents: ReadonlySet<string> = new Set<keyof AdditionV1>(['message', 'asksFor', 'asksWhy', 'now']);

/** Whether something is said in a submission or a version of it, or nothing but who speaks and when. */
export function saysAnything(said: object): boolean {
  return Object.entries(said).some(([name, value]) => value !== undefined && !wrapping.has(name));
}

/** Whether anything is said beside what has an event of its own, as a message has: about what happened, or an answer. */
export function saysMoreThanItsEvents(submission: Submission): boolean {
  return Object.keys(submission).some((name) => !wrapping.has(name) && !withEvents.has(name));
}

export const knownVersions: readonly number[] = [1];

/**
 * The same content as the same text, whatever the order of keys and the white space a sender used: what decides
 * whether a repeated submission says something new. `writtenAt` and what was ticked when it was said back do not count,
 * for pressing "send" in two tabs says one thing once.
 */
export function canonicalContent({ writtenAt: _, saidBack: __, ...submission }: Submission): string {
  return canonicalText(submission);
}

import * as z from 'zod/mini';
import { Council } from './council.ts';
import { Instant, IsoDate } from './dates.ts';
import { Route } from './procedure.ts';
import { AdvocateWish, Kind, Register, SubmissionId, Voice, Words } from './submission.ts';
import { Step } from './timeline.ts';

/** What the server and its clients say to each other: one schema each, read at both ends. */

/** 128 random bits or more in base64url: who has it may follow the submission. */
export const FollowKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,86}$/));
export type FollowKey = z.infer<typeof FollowKey>;

/** SHA-256 in base64url, without padding. */
export const Sha256 = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** What a person says to another of the council, or the council to them: some text, of at most 20,000 code points. */
export { Words as Message } from './submission.ts';

export const Reference = z.string().check(z.regex(/^H-[0-9A-Z]{4}-[0-9A-Z]{2}$/));

/** The council has it: the answer to a submission. */
export const Receipt = z.object({
  id: SubmissionId,
  digest: Sha256,
  reference: Reference,
  receivedAt: Instant,
  timeline: z.array(Step),
});
export type Receipt = z.infer<typeof Receipt>;

/** Something the council wrote to the person; `from` is the name of whoever wrote it. */
export const Letter = z.object({ about: z.string(), at: Instant, words: z.string(), from: z.optional(z.string()) });
export type Letter = z.infer<typeof Letter>;

/** What the person who holds the follow key may see. */
export const Status = z.object({
  reference: Reference,
  kind: Kind,
  receivedAt: Instant,
  /** The date in England on which this was worked out. */
  asOf: IsoDate,
  route: z.nullable(Route),
  timeline: z.array(Step),
  letters: z.array(Letter),
});
export type Status = z.infer<typeof Status>;

/** The part of a council's file that anyone may read. */
export const PublicCouncil = z.pick(Council, {
  id: true,
  name: true,
  shortName: true,
  complaintsTeam: true,
  safety: true,
  hideTo: true,
  languages: true,
  services: true,
  procedure: true,
});
export type PublicCouncil = z.infer<typeof PublicCouncil>;

export const Health = z.object({ status: z.literal('ready'), council: z.string() });

/** A case in the staff's list. */
export const CaseSummary = z.object({
  id: SubmissionId,
  reference: Reference,
  kind: Kind,
  voice: z.optional(Voice),
  advocate: z.optional(AdvocateWish),
  receivedAt: Instant,
  route: z.nullable(Route),
  /** The first words, for recognising it. */
  opening: z.string(),
  /** The step that is waited for: late before next; null when nothing is left to do. */
  waitingFor: z.nullable(Step),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const CaseList = z.object({ asOf: IsoDate, cases: z.array(CaseSummary) });
export type CaseList = z.infer<typeof CaseList>;

/** One version of what was said, as it was sent. */
export const Version = z.object({
  receivedAt: Instant,
  kind: Kind,
  words: z.string(),
  voice: z.optional(Voice),
  register: z.optional(Register),
  advocate: z.optional(AdvocateWish),
  language: z.optional(z.string()),
  writtenAt: z.optional(Instant),
});
export type Version = z.infer<typeof Version>;

export const CaseDetail = z.object({
  ...CaseSummary.shape,
  versions: z.array(Version),
  timeline: z.array(Step),
  asOf: IsoDate,
  letters: z.array(Letter),
  /** The routes staff may choose from while none is confirmed, each with its answer's date if it is chosen today. */
  routeChoices: z.array(z.object({ route: Route, answerBy: IsoDate })),
  /** How many events the case has: sent back with an action, so that nobody acts on what they have not seen. */
  revision: z.int(),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

const revision = z.int().check(z.minimum(1));

/** "We have it": a letter to the person, and for a complaint the route it takes. */
export const Acknowledgement = z.strictObject({ message: Words, route: z.optional(Route), revision });
export type Acknowledgement = z.infer<typeof Acknowledgement>;

/** A compliment or comment went to the team it is about; the person may be written to about it. */
export const PassingOn = z.strictObject({ message: z.optional(Words), revision });
export type PassingOn = z.infer<typeof PassingOn>;

export const Role = z.enum(['administrator', 'officer']);
export type Role = z.infer<typeof Role>;

/** Someone of the council's staff. The name stands under what they write. */
export const Officer = z.object({ name: z.string(), email: z.string(), role: Role });
export type Officer = z.infer<typeof Officer>;

export const SignedIn = z.object({ user: Officer });
export type SignedIn = z.infer<typeof SignedIn>;

const email = z.email().check(z.maxLength(254));

export const Credentials = z.object({ email, password: z.string().check(z.minLength(1), z.maxLength(128)) });
export type Credentials = z.infer<typeof Credentials>;

/** Length is what makes a password hard to guess; no rule about its characters is asked (NIST SP 800-63B). */
export const shortestPassword = 12;

/** The first account, made with the one-time link that was printed at start. */
export const SetUp = z.strictObject({
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{22,86}$/)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  email,
  password: z.string().check(z.minLength(shortestPassword), z.maxLength(128)),
});
export type SetUp = z.infer<typeof SetUp>;

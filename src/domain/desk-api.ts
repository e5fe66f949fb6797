import * as z from 'zod/mini';
import { Letter, Reference } from './api.ts';
import { AsksFor } from './asks.ts';
import { Assignee } from './assignee.ts';
import { ByPictures } from './by-pictures.ts';
import { ActionNameShape } from './case-actions.ts';
import { CaseEvent } from './case-events.ts';
import { HelperMaySee } from './consent.ts';
import { Instant, IsoDate } from './dates.ts';
import { HowThingsAre } from './how-things-are.ts';
import { Learned } from './learning.ts';
import { RecordedBy } from './recording.ts';
import { Route } from './routes.ts';
import { Step } from './steps.ts';
import { AdvocateWish, Kind, Raised, Said, SubmissionId, Voice } from './submission.ts';

/** What the staff desk and the server say to each other. */

/** A case in the staff's list. */
export const CaseSummary = z.object({
  id: SubmissionId,
  reference: Reference,
  kind: Kind,
  voice: z.optional(Voice),
  advocate: z.optional(AdvocateWish),
  receivedAt: Instant,
  route: z.nullable(Route),
  /** Who has it: one of the staff, or a team while none of its people does; null while nobody has it. */
  givenTo: z.nullable(Assignee),
  /** Whether who has it has left: their account is closed, and somebody else should take it. */
  holderLeft: z.boolean(),
  /** Since when it has been known that somebody may not be safe, and by the clock of their device; null when nobody said so, or staff have seen to it. */
  unsafe: z.nullable(z.object({ since: Instant, said: Raised, writtenAt: z.optional(Instant) })),
  /** What staff have seen to last: once raised, a case keeps the mark. */
  unsafeBefore: z.nullable(z.object({ since: Instant, said: Raised, seenAt: Instant, by: z.string() })),
  /** Since when things are worse for them, by what they said; null when staff have seen to it, and for who is not told. */
  worse: z.nullable(z.object({ since: Instant })),
  /** In which language the app spoke to them last, BCP 47: letters may need to be in it too. */
  language: z.optional(z.string()),
  /** The first words, for recognising it. */
  opening: z.string(),
  /** What was told by pictures, with or without words. */
  pictures: z.optional(ByPictures),
  /** The step that is waited for: late before next; null when nothing is left to do. */
  waitingFor: z.nullable(Step),
  /** A message of the person that nobody has answered. */
  message: z.nullable(z.object({ since: Instant, answerBy: IsoDate })),
  /** What the person asked for, the next step or what is owed, that waits still; its date is that of the message. */
  asksFor: z.nullable(AsksFor),
  /** By when the first of what was learned is to be done; null when nothing is left of it. */
  learningDue: z.nullable(IsoDate),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** One version of what was said, as it was sent. A helper's key, even as a hash, is nobody's to see. */
export const Version = z.object({ receivedAt: Instant, ...z.omit(Said, { helperKey: true }).shape });
export type Version = z.infer<typeof Version>;

/** That it was said that somebody is not safe, and what became of the e-mail about it. */
export const Raising = z.object({
  at: Instant,
  said: Raised,
  /** `off`: nobody is told by e-mail, because no address is set up. */
  mail: z.enum(['sent', 'waiting', 'off']),
  mailSentAt: z.optional(Instant),
});
export type Raising = z.infer<typeof Raising>;

/** What an officer wrote when they accepted it. */
export const SafetyNote = z.object({
  at: Instant,
  by: z.string(),
  concern: z.string(),
  action: z.string(),
  referredTo: z.optional(z.string()),
});
export type SafetyNote = z.infer<typeof SafetyNote>;

const Named = z.object({ id: z.string(), name: z.string() });

/** `similar`: those of the staff from whom it is kept while the name is unmatched. */
export const NamedHere = z.object({
  said: z.string(),
  state: z.enum(['unmatched', 'matched', 'not-staff']),
  staff: z.array(Named),
  similar: z.array(Named),
  reason: z.optional(z.string()),
  by: z.optional(z.string()),
  at: z.optional(Instant),
});
export type NamedHere = z.infer<typeof NamedHere>;

/** Who is let in for safety although it is kept from them: what was asked and not agreed to yet, and what is open now. */
export const SafetyAccess = z.object({
  asked: z.nullable(z.object({ staff: Named, reason: z.string(), by: z.string(), askedBy: z.string(), at: Instant })),
  open: z.array(z.object({ staff: Named, until: Instant })),
});

export const CaseDetail = z.object({
  ...CaseSummary.shape,
  /** How it reached staff, who recorded it, and the date from which everything is counted; null from the app. */
  recorded: z.nullable(z.object({ ...RecordedBy.shape, on: IsoDate })),
  versions: z.array(Version),
  /** Oldest first, as are the notes. */
  raisings: z.array(Raising),
  safetyNotes: z.array(SafetyNote),
  /** Whether somebody who helps may follow with a key of their own, and how far; null when nobody ever could. */
  helperAccess: z.nullable(z.object({ isOpen: z.boolean(), maySee: HelperMaySee })),
  /** Who must not handle it: each name that was given, and what staff have made of it. */
  named: z.array(NamedHere),
  safetyAccess: SafetyAccess,
  /** How things are since, oldest first, for the complaints team alone; empty for everybody else. */
  now: HowThingsAre,
  /** What the person asked for, oldest first, each with why if they said. */
  asks: z.array(z.object({ for: AsksFor, at: Instant, why: z.optional(z.string()), waits: z.boolean() })),
  timeline: z.array(Step),
  asOf: IsoDate,
  /** The server's clock. */
  at: Instant,
  letters: z.array(Letter),
  /** What is to be done because of it, once it was closed, and what of that was done. */
  learning: z.array(Learned),
  /** The team asked something, and the person has said nothing since. */
  waitsForPerson: z.boolean(),
  /** The routes staff may choose now, or change to, each with its answer's date if it is chosen today. */
  routeChoices: z.array(z.object({ route: Route, answerBy: IsoDate })),
  /** What staff may do with it now. */
  allowed: z.array(ActionNameShape),
  /** The dates to which the answer that is due may be put off, both included; null when it may not. */
  extension: z.nullable(z.object({ stage: z.literal([1, 2]), from: IsoDate, to: IsoDate })),
  /** Everything that has happened, oldest first. */
  history: z.array(CaseEvent),
  /** How many events the case has: sent back with an action, so that nobody acts on what they have not seen. */
  revision: z.int(),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

/** Whom a case may be given to. Teams are those of the council's file. */
export const Assignees = z.object({ staff: z.array(z.object({ id: z.string(), name: z.string() })) });
export type Assignees = z.infer<typeof Assignees>;

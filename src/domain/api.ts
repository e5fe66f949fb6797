import * as z from 'zod/mini';
import { Asked, AsksKnownHere } from './asks.ts';
import { MayTell, MayTellHere } from './consent.ts';
import { Instant, IsoDate } from './dates.ts';
import { Sha256 } from './keys.ts';
import { Route } from './routes.ts';
import { Step, StepsKnownHere } from './steps.ts';
import { Kind, SubmissionId } from './submission.ts';

/** What the server and its clients say to each other: one schema each, read at both ends. */

/** What a person says to another of the council, or the council to them: some text, of at most 20,000 code points. */
export { Words as Message } from './text.ts';

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

/** A receipt as a phone reads it, which may be older than the server. */
export const ReceiptHere = z.extend(Receipt, { timeline: StepsKnownHere });

/** Something the council wrote to the person; `from` is the name of whoever wrote it. */
export const Letter = z.object({
  about: z.string(),
  at: Instant,
  words: z.string(),
  from: z.optional(z.string()),
  /** An answer of a past day: when and how it reached them then, as the council has it. */
  reached: z.optional(z.object({ on: IsoDate, how: z.string() })),
});
export type Letter = z.infer<typeof Letter>;

/** Whose key it was: the person's own, or that of somebody who helps. */
export const Holder = z.enum(['person', 'helper']);
export type Holder = z.infer<typeof Holder>;

/** What the person who holds the follow key may see; and somebody who helps, as far as the person agrees. */
export const Status = z.object({
  /** Whose it is, so that a device can tell that the answer is about what it asked. */
  id: SubmissionId,
  reference: Reference,
  kind: Kind,
  receivedAt: Instant,
  /** The date on which the council truly received it, where staff recorded it later. */
  receivedOn: z.optional(IsoDate),
  /** The date in England on which this was worked out. */
  asOf: IsoDate,
  route: z.nullable(Route),
  timeline: z.array(Step),
  /** Empty for a helper who may see only steps and dates. */
  letters: z.array(Letter),
  /** Missing from a server that is older than this. */
  holder: z.optional(Holder),
  /** When the person wrote to the team since. The words stay with the council. */
  written: z.optional(z.array(Instant)),
  /** What the person asked for since: the next step, or what is owed. */
  asked: z.optional(z.array(Asked)),
  /** By when the team should answer what was written or asked, as long as it waits. */
  answerBy: z.optional(IsoDate),
  /** Told to the person alone: whether somebody who helps can follow too, with a key of their own. */
  helperCanLook: z.optional(z.boolean()),
  /** Told to the person alone: whom the council may tell, as they said last; nobody where they did not say. */
  mayTell: z.optional(z.array(MayTell)),
});
export type Status = z.infer<typeof Status>;

/** A status as a phone reads it, which may be older than the server. */
export const StatusHere = z.extend(Status, {
  timeline: StepsKnownHere,
  asked: z.optional(AsksKnownHere),
  mayTell: z.optional(MayTellHere),
});

export const Health = z.object({ status: z.literal('ready'), council: z.string() });

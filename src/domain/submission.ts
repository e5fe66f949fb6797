import * as z from 'zod/mini';
import { Instant } from './dates.ts';

export const Voice = z.enum(['child', 'young-person', 'parent-or-carer', 'advocate', 'someone-else', 'not-said']);
export type Voice = z.infer<typeof Voice>;

/** Something is wrong, thank you, my idea: the field's names for them. */
export const Kind = z.enum(['complaint', 'compliment', 'comment']);
export type Kind = z.infer<typeof Kind>;

export const Register = z.enum(['younger', 'older', 'adult']);
export type Register = z.infer<typeof Register>;

export const AdvocateWish = z.enum(['yes', 'has-someone', 'not-now']);
export type AdvocateWish = z.infer<typeof AdvocateWish>;

/** The most a person may write in one answer, in characters as people count them (code points). */
export const mostWords = 20_000;

// Halves of surrogate pairs, and NUL.
const unwritable = /[\p{Cs}\0]/u;

/** What is sent of what was typed: all that can be written out, without the white space around it. */
export function cleanWords(typed: string): string {
  return typed.replaceAll(new RegExp(unwritable, 'gu'), '').trim();
}

/**
 * The person's own words: something that can be seen, of at most 20,000 code points. `maxLength` alone would count
 * UTF-16 units, and refuse a long message of emoji that the published schema allows. Half a surrogate pair and NUL
 * are no text: neither can be written out in UTF-8, or kept by every database, as it was sent.
 */
export const Words = z.string().check(
  z.refine((words) => !unwritable.test(words)),
  z.regex(/[^\s\p{Cf}\p{Cc}]/u),
  z.refine((words) => words.length <= mostWords || [...words].length <= mostWords),
  z.meta({ maxLength: mostWords }),
);

/** A submission's id: a UUID of any version, minted on the device. RFC 9562 takes upper case too, and writes lower. */
export const SubmissionId = z.guid().check(z.toLowerCase());
export type SubmissionId = z.infer<typeof SubmissionId>;

/**
 * What one person tells the council, version 1. Released shapes are accepted for ever: a phone may come back after a
 * year. A change of meaning is a new version beside this one, never an edit of it.
 */
export const SubmissionV1 = z.strictObject({
  version: z.literal(1),
  kind: Kind,
  words: Words,
  voice: z.optional(Voice),
  advocate: z.optional(AdvocateWish),
  register: z.optional(Register),
  /** The language it was written in, BCP 47. */
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.maxLength(35))),
  /** What the phone's own clock said. Only shown; no date is counted from it. */
  writtenAt: z.optional(Instant),
});
export type Submission = z.infer<typeof SubmissionV1>;

/** Every version ever released, newest last. */
export const Submission = z.discriminatedUnion('version', [SubmissionV1]);

export const knownVersions: readonly number[] = [1];

/**
 * The same content as the same text, whatever the order of keys and the white space a sender used: what decides
 * whether a repeated submission says something new. `writtenAt` does not count, for pressing "send" in two tabs
 * says one thing once.
 */
export function canonicalContent(submission: Submission): string {
  const entries = Object.entries(submission).filter(([key, value]) => key !== 'writtenAt' && value !== undefined);
  return JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

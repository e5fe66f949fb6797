import * as z from 'zod/mini';
import { Sha256 } from './keys.ts';
import { SubmissionId } from './submission.ts';

/** A file that holds more, in bytes, is none of ours: a hundred additions of the longest words are less. */
export const mostHandOffBytes = 16 * 1024 * 1024;

const compactJwe = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;

/** One sealed thing as it waits on a phone, with what it takes to deliver it and not to read the council's answer. */
export const HandedOn = z.object({
  /** SHA-256 of the follow key, as in `Authorization: Deposit`. It stands in what is sealed too. */
  deposit: Sha256,
  /** SHA-256 of `body`: what was changed on the way is found out before it is sent. */
  digest: Sha256,
  /** A JWE in compact form, in the very bytes that will be sent. */
  body: z.string().check(z.regex(compactJwe)),
});
export type HandedOn = z.infer<typeof HandedOn>;

/**
 * What waits on one phone of one submission, as a file that somebody else delivers, version 1: in the order in which
 * it was said. A file may be found after a year, so this shape is read for ever. See docs/decisions/0039.
 */
export const HandOffV1 = z.object({
  heard: z.literal('hand-off'),
  version: z.literal(1),
  /** For whoever opens the file itself: what it is, and where it can be sent. */
  note: z.string(),
  /** The address of the council's Heard, without a slash at its end. */
  to: z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+$/)),
  id: SubmissionId,
  items: z.array(HandedOn).check(z.minLength(1), z.maxLength(500)),
});
export type HandOff = z.infer<typeof HandOffV1>;

/** Why a text is no file that can be sent from here. */
export type NoHandOff =
  | { reason: 'not-ours' | 'damaged' | 'newer' }
  /** For another installation: its host, and where its Heard takes such files. */
  | { reason: 'other-address'; host: string; link: string };

/** Reads a file's text as far as that can be done without opening or hashing anything. `origin`: of this installation, as browsers write it. */
export function parseHandOff(text: string, origin: string): HandOff | NoHandOff {
  const value = parsed(text);
  if (!isNamedOurs(value)) return { reason: looksLikeOurs(text) ? 'damaged' : 'not-ours' };
  if (typeof value.version === 'number' && value.version > 1) return { reason: 'newer' };
  const { data: handOff } = HandOffV1.safeParse(value);
  if (!handOff) return { reason: 'damaged' };
  const { to } = handOff;
  if (to === origin) return handOff;
  return { reason: 'other-address', host: to.replace(/^https?:\/\//, ''), link: `${to}/follow` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.trim());
  } catch {
    return undefined;
  }
}

function isNamedOurs(value: unknown): value is { heard: string; version?: unknown } {
  return typeof value === 'object' && value !== null && 'heard' in value && value.heard === 'hand-off';
}

// Cut off at its end, or mended by a mail program that means well.
function looksLikeOurs(text: string): boolean {
  return /heard\W{1,10}hand-off/.test(text.slice(0, 200));
}

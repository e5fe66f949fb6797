import * as z from 'zod/mini';
import type { ProblemCode } from './problems.ts';

/**
 * A problem (RFC 9457) as a phone reads it, which may be older than the server and not know its code. The codes and
 * their titles, which are for programs and logs, stay out of what a phone loads.
 */
export const ProblemHere = z.object({ type: z.string(), title: z.string(), status: z.int(), code: z.string() });

/**
 * With these the way in (`PUT /api/submissions/{id}`) refuses for good: the same will not be taken however often it is
 * sent. A phone takes nothing else for a refusal, but tries again.
 */
export const refusedForGood = [
  'malformed-json',
  'malformed-sealed',
  'invalid-id',
  'key-missing',
  'key-malformed',
  'wrong-key',
  'sealed-for-another',
  'too-large',
  'unsupported-media-type',
  'unknown-sealing-key',
  'unknown-version',
  'invalid-submission',
] as const satisfies readonly ProblemCode[];

/**
 * Refused with this, something may be taken all the same, without anybody at the phone: another of the council's
 * processes has the key already, or it comes back from a backup. A phone shows the refusal, and tries again now and then.
 */
export const mayBeTakenLater = 'unknown-sealing-key' satisfies (typeof refusedForGood)[number];

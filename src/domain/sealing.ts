import * as z from 'zod/mini';
import { Sha256 } from './keys.ts';
import { SubmissionId } from './submission.ts';

/** How what is sent is sealed to the council: JWE (RFC 7516) in its compact form. See docs/decisions/0032. */
export const sealing = { alg: 'ECDH-ES', enc: 'A256GCM' } as const;

/** The media type of the sealed form (RFC 7515, section 9.2.1). */
export const sealedType = 'application/jose';

const Coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const Point = { kty: z.literal('EC'), crv: z.literal('P-256'), x: Coordinate, y: Coordinate };

/** The council's public key as a JWK. `kid` is its thumbprint (RFC 7638), so that a name is never another key's. */
export const SealingKey = z.object({ ...Point, kid: Sha256 });
export type SealingKey = z.infer<typeof SealingKey>;

/** The answer to "to which key do I seal?". The fingerprint is for people, who compare it with what is printed. */
export const SealingKeyTold = z.object({ key: SealingKey, fingerprint: z.string() });
export type SealingKeyTold = z.infer<typeof SealingKeyTold>;

/** For whom a sealed body is, beside what it is sealed with: under another id, or with another key, it opens for nobody. */
export const SealedFor = z.object({
  id: SubmissionId,
  /** SHA-256 of the follow key, as in `Authorization: Deposit`. */
  deposit: Sha256,
});
export type SealedFor = z.infer<typeof SealedFor>;

/**
 * The protected header, and nothing beside it: above all no `zip`, for what opens to a thousand times its size is
 * found out only by opening it.
 */
export const SealedHeader = z.strictObject({
  alg: z.literal(sealing.alg),
  enc: z.literal(sealing.enc),
  kid: Sha256,
  epk: z.strictObject(Point),
  ...SealedFor.shape,
});

/** In bytes. What was said in few words and in some more has one size, on the network and on the phone. */
const step = 1_024;

/** JSON with as many spaces after it as make it a whole number of steps: they mean nothing to whoever reads it. */
export function padded(json: Uint8Array): Uint8Array {
  const made = new Uint8Array(Math.ceil(json.length / step) * step).fill(0x20);
  made.set(json);
  return made;
}

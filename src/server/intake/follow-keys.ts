import { createHash } from 'node:crypto';
import { FollowKey, Sha256 } from '../../domain/keys.ts';
import type { ProblemCode } from '../../domain/problems.ts';

export type Credentials = { keyHash: string; mayRead: boolean } | { problem: ProblemCode };

/**
 * Reads an Authorization header: `Bearer <follow key>` from the person, or `Deposit <SHA-256 of the key>` from
 * someone who carries the submission and may not follow it. Only the hash goes further than this function.
 */
export function readAuthorization(header: string | undefined): Credentials {
  if (!header) return { problem: 'key-missing' };
  const [scheme = '', value = '', ...rest] = header.trim().split(/\s+/);
  if (rest.length > 0) return { problem: 'key-malformed' };
  if (/^bearer$/i.test(scheme) && FollowKey.safeParse(value).success) return { keyHash: hashKey(value), mayRead: true };
  if (/^deposit$/i.test(scheme) && Sha256.safeParse(value).success) return { keyHash: value, mayRead: false };
  return { problem: 'key-malformed' };
}

/** A key has 128 random bits, so one round is as good as many: there is nothing to guess from. */
export function hashKey(followKey: string): string {
  return createHash('sha256').update(followKey).digest('base64url');
}

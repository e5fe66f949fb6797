import { createHash, randomBytes } from 'node:crypto';

/** 192 random bits, for a link that opens something once. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** What is kept of it. One round is as good as many: there is nothing to guess from. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

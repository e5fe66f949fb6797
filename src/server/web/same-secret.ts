import { timingSafeEqual } from 'node:crypto';

/** Whether these are the same, in a time that does not say how far they are: one of them was given by somebody who may guess. */
export function isSameSecret(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

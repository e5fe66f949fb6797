import { createHmac } from 'node:crypto';
import type { Connection } from '../store/database.ts';
import {
  type Attempts,
  findAttempts,
  forgetAttempts,
  insertAttempts,
  replaceAttempts,
} from '../store/sign-in-attempts.ts';
import { clocksDiffer } from '../store/turns.ts';

/**
 * Slows down guessing at one account's password. Nothing is counted by address: all officers of a council may share
 * one, and whoever guesses may have many.
 */
const freeAttempts = 5;
const minute = 60_000;
const longestWait = 15 * minute;
const forgottenAfter = 24 * 60 * minute;
const mostTries = 8;

/** How long to rest after so many attempts without success: a minute after five, doubling up to fifteen minutes. */
export function waitAfter(count: number): number {
  return count < freeAttempts ? 0 : Math.min(2 ** (count - freeAttempts) * minute, longestWait);
}

/**
 * Takes one attempt, before the password is looked at, so that a hundred in one moment are still a hundred. Gives
 * how many milliseconds to wait first; 0 when it may go on.
 */
export async function takeAttempt(db: Connection, key: string, now: number): Promise<number> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const before = await findAttempts(db, key);
    const wait = before ? before.lastAt + waitAfter(before.count) - now : 0;
    // Nobody waits longer than the longest: a clock was ahead when it was written, and counts from now on.
    if (wait > 0 && wait <= longestWait + clocksDiffer) return wait;
    if (await record(db, key, before, now)) return 0;
  }
  // Others keep getting in first: that is not one person at a keyboard.
  return minute;
}

/** The password was right: the attempts before it were somebody who mistyped. */
export function forgiveAttempts(db: Connection, key: string): Promise<void> {
  return forgetAttempts(db, key);
}

/**
 * The place where an account's attempts are counted: one of 65,536, so that made-up addresses cannot fill the table.
 * Keyed, so that nobody can choose addresses that share a place with somebody else's.
 */
export function attemptsKey(secret: string, email: string): string {
  const digest = createHmac('sha256', secret).update(`sign-in ${email.toLowerCase()}`).digest('hex');
  return `sign-in-${digest.slice(0, 4)}`;
}

function record(db: Connection, key: string, before: Attempts | undefined, now: number): Promise<boolean> {
  if (!before) return insertAttempts(db, key, { count: 1, lastAt: now });
  const count = now - before.lastAt > forgottenAfter ? 1 : before.count + 1;
  return replaceAttempts(db, key, before, { count, lastAt: now });
}

const first = 5_000;
/** Nothing ever waits longer than this by itself, in milliseconds, nor does any server make it. */
export const longestWait = 15 * 60_000;
/** Nor longer than this when both come together. */
export const furthest = 2 * longestWait;

/**
 * How long to wait before trying again, in milliseconds: twice as long each time, up to a quarter of an hour. Half of
 * it is chance, so that a school full of phones does not come back all at once.
 *
 * @param attempts how often it was tried so far, from 1
 * @param random from 0 to below 1
 */
export function backOff(attempts: number, random: number): number {
  const longest = Math.min(longestWait, first * 2 ** (attempts - 1));
  return longest / 2 + (longest / 2) * random;
}

/**
 * How long to wait after a try that failed, in milliseconds: what the server asks for, if it does, and on top of it
 * what grows by itself. A thousand phones that are told "5 s" would else all be back in the same moment.
 *
 * @param after what the server asked for, in milliseconds
 */
export function waitAfter(attempts: number, after: number | undefined, random: number): number {
  return (after ?? 0) + backOff(attempts, random);
}

/**
 * `Retry-After` (RFC 9110, section 10.2.3) in milliseconds from `now`: seconds, or a date. Undefined when it is
 * neither, or a date that is past: on a phone whose clock is ahead every date is, and trying again at once would be
 * trying every second. Browsers also read much that is no date as a day in 2001 (`Date.parse('soon 5')`).
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header)) return Math.min(Number(header) * 1000, longestWait);
  const wait = Date.parse(header) - now;
  return wait >= 0 ? Math.min(wait, longestWait) : undefined;
}

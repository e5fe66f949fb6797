const first = 5_000;
/** Nothing ever waits longer than this by itself, in milliseconds. */
export const longestWait = 15 * 60_000;

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

import type { Instant } from '../../domain/dates.ts';

/**
 * Dates each arrival after what its case has of it already, and after those before it. The latest answer counts, and
 * which is the latest is decided by what was taken in first: the clocks of two processes differ, and one may be set back.
 *
 * @param latest when each case that is known last heard something
 */
export function oneAfterAnother<Arrived extends { id: string; receivedAt: Instant }>(
  arrivals: readonly Arrived[],
  latest: ReadonlyMap<string, Instant>,
): Arrived[] {
  const last = new Map(latest);
  return arrivals.map((arrival) => {
    const receivedAt = after(last.get(arrival.id), arrival.receivedAt);
    last.set(arrival.id, receivedAt);
    return { ...arrival, receivedAt };
  });
}

function after(before: Instant | undefined, now: Instant): Instant {
  const soonest = before === undefined ? 0 : Date.parse(before) + 1;
  return Date.parse(now) >= soonest ? now : new Date(soonest).toISOString();
}

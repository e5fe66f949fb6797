import type { Instant } from './dates.ts';

/** How long ago something was, in the unit in which people say it. */
export interface Age {
  unit: 'minutes' | 'hours' | 'days';
  count: number;
}

/** Whole minutes up to two hours, whole hours up to two days, then days. A clock that went back makes it none. */
export function ageBetween(since: Instant, at: Instant): Age {
  const minutes = Math.max(0, Math.floor((Date.parse(at) - Date.parse(since)) / 60_000));
  if (minutes < 120) return { unit: 'minutes', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / 24) };
}

const anHour = 60 * 60 * 1000;

/**
 * When something was written by the clock of the device, where that is worth saying: a phone without a signal sends
 * hours or days later. Minutes are not.
 */
export function writtenBefore(writtenAt: Instant | undefined, receivedAt: Instant): Instant | undefined {
  if (!writtenAt || Math.abs(Date.parse(receivedAt) - Date.parse(writtenAt)) < anHour) return undefined;
  return writtenAt;
}

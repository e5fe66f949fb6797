import type { Status } from '../domain/api.ts';
import type { MayTell } from '../domain/consent.ts';
import { londonDate } from '../domain/dates.ts';
import type { Step } from '../domain/steps.ts';
import { dayByNow, type Known, timelineByNow, type WhatToAsk, whatToAsk } from '../domain/what-to-ask.ts';
import { isHelper } from './speaker.ts';
import type { SentItem } from './use-kept.ts';

/** What this phone knows of something that was sent, as of today: also without a network. */
export interface KnownHere extends Omit<Known, 'timeline'> {
  timeline: Step[];
  receivedAt: string;
  reference: string;
  receivedOn?: Status['receivedOn'];
  today: string;
}

/** By the council's last answer, else by its receipt; nothing while it has not come back. */
export function knownHere({ kind, receipt, status, askedOn }: SentItem): KnownHere | undefined {
  const told = status ?? (receipt && { ...receipt, kind, asOf: londonDate(receipt.receivedAt) });
  if (!told) return undefined;
  const today = dayByNow(told.asOf, askedOn, londonDate(new Date().toISOString()));
  return { ...told, timeline: timelineByNow(told, today), today };
}

/** What there is to ask now. What was asked from here counts as asked before the council has said so. */
export function whatToAskHere(item: SentItem): WhatToAsk | undefined {
  const known = knownHere(item);
  const found = known && whatToAsk(known, known.today);
  if (!found || found.asked) return found;
  const { asked } = item.lastSaid ?? {};
  return asked && asked.for === found.ask && isNewerThanKnown(item, asked.at) ? { ...found, asked } : found;
}

// Said since the council was last heard, or on the day on which it was, and not yet in what it answered.
function isNewerThanKnown({ status, askedOn }: SentItem, at: string): boolean {
  const isHeard = status?.asked?.some((each) => each.at >= at) ?? false;
  return !isHeard && londonDate(at) >= (askedOn ?? '');
}

/**
 * Whom the council may tell, as it was said last: from here, as long as the council has not answered since, else from
 * wherever it was said. Undefined where this phone cannot know it.
 */
export function mayTellHere({ lastSaid, status, receipt }: SentItem): MayTell[] | undefined {
  return lastSaid?.mayTell ?? status?.mayTell ?? (receipt && []);
}

/** Whether the council is late with anything, as far as this phone can tell. */
export function isLateHere(item: SentItem): boolean {
  return knownHere(item)?.timeline.some(({ state }) => state === 'late') ?? false;
}

/**
 * Whether it may be asked how things are: of whoever speaks, of a complaint that the council has written about. `said`:
 * they said so today, and are left alone with it.
 */
export function nowHere(item: SentItem): 'ask' | 'said' | undefined {
  const known = knownHere(item);
  const isHeard = known?.timeline.some(({ step, state }) => step === 'acknowledge' && state === 'done');
  if (!isHeard || item.kind !== 'complaint' || isHelper(item)) return undefined;
  return item.lastSaid?.nowOn === londonDate(new Date().toISOString()) ? 'said' : 'ask';
}

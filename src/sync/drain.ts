import { isCarried, settleCarried } from '../device/carried.ts';
import { listOutbox, markRefused, maySoonBeTaken, type OutboxItem, postpone, settle } from '../device/outbox.ts';
import { backOff, furthest, waitAfter } from './back-off.ts';
import { deliver } from './deliver.ts';
import { patienceFor } from './fetch-patiently.ts';
import { handOverPictures } from './pictures.ts';

interface Drained {
  /** How many items wait for another try. */
  waiting: number;
  /** When the first of them is due, in milliseconds since 1970; undefined when none waits. */
  nextTry: number | undefined;
}

/**
 * What makes the outbox go. `time`: what is due. `network`: something has changed (a start, a network, a page seen
 * again), so everything is tried that did not fail by the council's own word. `person`: somebody asked, so
 * everything is tried, what was refused too.
 */
export type Reason = 'time' | 'network' | 'person';

const lock = 'heard-outbox';
/** How many drains in a row this phone could not keep what came of a try. Their wait grows by this, which needs no room. */
let unnoted = 0;

/**
 * A drainer that holds the lock for longer, in milliseconds, is hung: a try of all that waits would be over. One that
 * was only slow goes on beside the next. Both then send the same bytes, which the council counts once by id and digest,
 * and what either has settled the other leaves alone; but they share the line, so nobody takes the lock early.
 */
export function lockPatience(items: Pick<OutboxItem, 'body'>[]): number {
  return 10_000 + patienceFor(items.map(({ body }) => body).join(''));
}

/**
 * Hands over what is in the outbox, one drainer at a time across all tabs and the worker. Items are read without
 * being removed; only a receipt removes one.
 */
export async function drain(reason: Reason): Promise<Drained> {
  const patience = lockPatience(await listOutbox());
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  try {
    return await navigator.locks.request(lock, { signal: giveUp.signal }, () => {
      clearTimeout(timer);
      return drainAlone(reason);
    });
  } catch (error) {
    if (!giveUp.signal.aborted) throw error;
    return navigator.locks.request(lock, { steal: true }, () => drainAlone(reason));
  } finally {
    clearTimeout(timer);
  }
}

async function drainAlone(reason: Reason): Promise<Drained> {
  const tried = new Set<string>();
  const stuck = new Set<string>();
  for (;;) {
    const items = (await listOutbox()).filter(({ id }) => !stuck.has(id));
    const item = inOrder(items).find((each) => !tried.has(keyOf(each)) && isToGo(each, reason, Date.now()));
    if (!item) break;
    tried.add(keyOf(item));
    // A full phone cannot note what came of it. It stays, and what was said later about the same with it; the rest goes.
    await handOver(item).catch(() => stuck.add(item.id));
  }
  await handOverPictures();
  unnoted = stuck.size > 0 ? unnoted + 1 : 0;
  const soon = Date.now() + backOff(unnoted, Math.random());
  const left = (await listOutbox()).filter((item) => !item.refused);
  const due = inOrder(left).map(({ id, notBefore }) => (stuck.has(id) ? soon : notBefore));
  return { waiting: left.length, nextTry: left.length > 0 ? Math.min(...due) : undefined };
}

/** Of each submission only the oldest that may still go: what was said last must arrive last, for it counts. */
function inOrder(items: OutboxItem[]): OutboxItem[] {
  const mayGo = items.filter((item) => !item.refused);
  return items.filter((item) => item.refused || mayGo.find(({ id }) => id === item.id) === item);
}

function isToGo(item: OutboxItem, reason: Reason, now: number): boolean {
  if (reason === 'person') return true;
  if (item.refused) return reason === 'network' && maySoonBeTaken(item) && isDue(item, now);
  return isDue(item, now) || (reason === 'network' && !item.isAskedToWait);
}

async function handOver(item: OutboxItem): Promise<void> {
  const result = await deliver(item, Date.now);
  if (result.outcome === 'accepted' && isCarried(item)) await settleCarried(item, new Date().toISOString());
  else if (result.outcome === 'accepted') await settle(item, result.receipt);
  else if (result.outcome === 'refused') await markRefused(item, result.code);
  else {
    const wait = waitAfter(item.attempts + 1, result.after, Math.random());
    await postpone(item, Date.now() + wait, result.after !== undefined);
  }
}

// A time further away than anything waits was written under another clock, which has since been set back.
function isDue({ notBefore }: OutboxItem, now: number): boolean {
  return notBefore <= now || notBefore > now + furthest;
}

function keyOf({ id, digest }: OutboxItem): string {
  return `${id} ${digest}`;
}

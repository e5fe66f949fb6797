import { listOutbox, markRefused, type OutboxItem, postpone, settle } from '../device/outbox.ts';
import { backOff, longestWait } from './back-off.ts';
import { deliver } from './deliver.ts';

interface Drained {
  /** How many items wait for another try. */
  waiting: number;
  /** When the first of them is due, in milliseconds since 1970; undefined when none waits. */
  nextTry: number | undefined;
}

/**
 * Hands over what is in the outbox, one drainer at a time across all tabs and the worker. Items are read without
 * being removed; only a receipt removes one. With `all`, the person has asked: nothing waits for its turn.
 */
export function drain({ all = false }: { all?: boolean } = {}): Promise<Drained> {
  return navigator.locks.request('heard-outbox', () => drainAlone(all));
}

async function drainAlone(all: boolean): Promise<Drained> {
  const tried = new Set<string>();
  for (;;) {
    const due = (await waitingItems()).filter((item) => !tried.has(keyOf(item)) && (all || isDue(item, Date.now())));
    const [item] = due;
    if (!item) break;
    tried.add(keyOf(item));
    await handOver(item);
  }
  const left = await waitingItems();
  return {
    waiting: left.length,
    nextTry: left.length > 0 ? Math.min(...left.map((each) => each.notBefore)) : undefined,
  };
}

async function waitingItems(): Promise<OutboxItem[]> {
  const items = await listOutbox();
  return items.filter((item) => !item.refused);
}

async function handOver(item: OutboxItem): Promise<void> {
  const result = await deliver(item, Date.now);
  if (result.outcome === 'accepted') await settle(item, result.receipt);
  else if (result.outcome === 'refused') await markRefused(item, result.code);
  else await postpone(item, Date.now() + (result.after ?? backOff(item.attempts + 1, Math.random())));
}

// A time further away than anything waits was written under another clock, which has since been set back.
function isDue({ notBefore }: OutboxItem, now: number): boolean {
  return notBefore <= now || notBefore > now + longestWait;
}

function keyOf({ id, digest }: OutboxItem): string {
  return `${id} ${digest}`;
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { type CarriedHere, isCarried, listCarried } from '../device/carried.ts';
import { onChange } from '../device/changes.ts';
import { type Draft, listDrafts } from '../device/drafts.ts';
import { type LockState, lockState } from '../device/lock.ts';
import { listOutbox, type OutboxItem } from '../device/outbox.ts';
import { isWithCouncil, listSent, type Sent } from '../device/sent.ts';
import { type HelperHere, readHelper } from '../device/who-helps.ts';

/**
 * Where something that was sent is, in the words the person sees. `adding`: the council has it, and what was added
 * to it is still on this phone.
 */
export type Whereabouts = 'onPhone' | 'adding' | 'received' | 'refused';

export interface SentItem extends Sent {
  whereabouts: Whereabouts;
  /** This phone could not keep it: it is gone from here when the page is. */
  isUnkept?: boolean;
  /** This phone kept it, and keeps it no more: its storage was cleared, or somebody deleted it in another tab. */
  isGone?: boolean;
}

export interface KeptHere {
  drafts: Draft[];
  sent: SentItem[];
  /** What this phone delivers for others, and cannot read. */
  carried: CarriedHere[];
  /** The details of whoever helps children with this phone. */
  helper?: HelperHere | undefined;
  /** `closed`: the drafts cannot be read, and what was sent is not to be shown. */
  lock?: LockState;
  /** When reading it began, by the page's own time, in milliseconds. */
  readAt?: number;
}

export async function readKept(): Promise<KeptHere> {
  const readAt = performance.now();
  const [drafts, outbox, sent, helper, lock] = await Promise.all([
    listDrafts(),
    listOutbox(),
    listSent(),
    readHelper(),
    lockState(),
  ]);
  const carried = await listCarried(outbox);
  return {
    drafts,
    helper,
    lock,
    carried,
    readAt,
    sent: sent.map((each) => ({ ...each, whereabouts: whereaboutsOf(each, outbox) })),
  };
}

/** What this device keeps, read again whenever a tab or the worker changes it. */
export function useKept(initial: KeptHere): KeptHere {
  const [kept, setKept] = useState(initial);
  useEffect(() => {
    // Storage that cannot be read now leaves what was read before.
    const read = () => void readKept().then(setKept, () => undefined);
    return onChange(read);
  }, []);
  return kept;
}

/** Whether this phone holds anything that the next start should wait for. */
export function keepsSomething({ drafts, sent, carried, lock = 'none' }: KeptHere): boolean {
  return drafts.length + sent.length + carried.length > 0 || lock !== 'none';
}

/**
 * What was sent, as this phone keeps it by now.
 *
 * @param since when it was on the phone, by the page's own time
 */
export function useSentNow(sent: { item: SentItem; since: number } | undefined, kept: KeptHere): SentItem | undefined {
  const last = useRef<SentItem>(undefined);
  const found = sent && kept.sent.find(({ id }) => id === sent.item.id);
  if (found) last.current = found;
  if (!sent || found) return found;
  const { item, since } = sent;
  // What was read before it was there says nothing of it.
  if (item.isUnkept || (kept.readAt ?? 0) <= since) return item;
  const known = last.current?.id === item.id ? last.current : item;
  return isWithCouncil(known) ? known : { ...known, isGone: true };
}

function whereaboutsOf(sent: Sent, outbox: OutboxItem[]): Whereabouts {
  const items = outbox.filter((item) => item.id === sent.id && !isCarried(item));
  if (items.some((item) => item.refused)) return 'refused';
  if (!isWithCouncil(sent)) return 'onPhone';
  return items.length > 0 ? 'adding' : 'received';
}

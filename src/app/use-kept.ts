import { useEffect, useState } from 'preact/hooks';
import { onChange } from '../device/changes.ts';
import { type Draft, listDrafts } from '../device/drafts.ts';
import { listOutbox, type OutboxItem } from '../device/outbox.ts';
import { listSent, type Sent } from '../device/sent.ts';

/** Where something that was sent is, in the three words the person sees. */
export type Whereabouts = 'onPhone' | 'received' | 'refused';

export interface SentItem extends Sent {
  whereabouts: Whereabouts;
}

export interface KeptHere {
  drafts: Draft[];
  sent: SentItem[];
}

export async function readKept(): Promise<KeptHere> {
  const [drafts, outbox, sent] = await Promise.all([listDrafts(), listOutbox(), listSent()]);
  return { drafts, sent: sent.map((each) => ({ ...each, whereabouts: whereaboutsOf(each, outbox) })) };
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

// Something still in the outbox is on the phone, even when an earlier version of it has arrived.
function whereaboutsOf({ id, receipt }: Sent, outbox: OutboxItem[]): Whereabouts {
  const items = outbox.filter((item) => item.id === id);
  if (items.some((item) => item.refused)) return 'refused';
  return items.length > 0 || !receipt ? 'onPhone' : 'received';
}

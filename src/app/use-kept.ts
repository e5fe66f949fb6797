import { useEffect, useState } from 'preact/hooks';
import { onChange } from '../device/changes.ts';
import { type Draft, listDrafts } from '../device/drafts.ts';
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
}

export interface KeptHere {
  drafts: Draft[];
  sent: SentItem[];
  /** The details of whoever helps children with this phone. */
  helper?: HelperHere | undefined;
}

export async function readKept(): Promise<KeptHere> {
  const [drafts, outbox, sent, helper] = await Promise.all([listDrafts(), listOutbox(), listSent(), readHelper()]);
  return { drafts, helper, sent: sent.map((each) => ({ ...each, whereabouts: whereaboutsOf(each, outbox) })) };
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

function whereaboutsOf(sent: Sent, outbox: OutboxItem[]): Whereabouts {
  const items = outbox.filter((item) => item.id === sent.id);
  if (items.some((item) => item.refused)) return 'refused';
  if (!isWithCouncil(sent)) return 'onPhone';
  return items.length > 0 ? 'adding' : 'received';
}

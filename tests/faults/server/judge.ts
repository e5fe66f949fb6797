import type { FaultOptions, Row } from '../table.ts';
import { unkindAnswers } from './ledger.ts';
import { type Found, lookForLoss } from './look.ts';
import type { Phones } from './phones.ts';
import type { Place } from './place.ts';

export interface Judged extends Found {
  sent: number;
  /** What is neither lost nor doubled, and wrong all the same. */
  wrong: string[];
}

/** Lets the phones finish, and compares everything they know with what the store holds. */
export async function judge(phones: Phones, { store }: Pick<Place, 'store'>): Promise<Judged> {
  const { ledger } = phones;
  const stuck = await phones.finish();
  const found = await lookForLoss(store, ledger);
  const never = stuck.length > 0 ? [`${stuck.length} never got a receipt`] : [];
  return {
    sent: ledger.sent.size,
    lost: found.lost + stuck.length,
    doubled: found.doubled + ledger.contradictions.length,
    faults: [...found.faults, ...ledger.contradictions, ...never],
    // Whoever is refused for good, or told of an error of ours, cannot know that it should come again.
    wrong: unkindAnswers(ledger).map((each) => `answered unkindly: ${each}`),
  };
}

/** A row that begins with nothing. What is found is said with what makes it come again. */
export function startRow(fault: string, { say }: FaultOptions, isControl = false) {
  const row: Row = { fault, injected: 0, sent: 0, lost: 0, doubled: 0, ...(isControl && { mustHave: 'lost' }) };
  const add = (injected: number, { sent, lost, doubled, faults, wrong }: Judged, replay: string) => {
    row.injected += injected;
    row.sent += sent;
    row.lost += lost;
    row.doubled += doubled;
    if (isControl) return;
    if (wrong.length > 0) row.wrong = [...(row.wrong ?? []), ...wrong];
    const all = [...faults, ...wrong];
    if (all.length > 0) say(`${fault}, again with ${replay}:\n  ${all.slice(0, 10).join('\n  ')}`);
  };
  return { row, add };
}

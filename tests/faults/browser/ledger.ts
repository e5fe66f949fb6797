import { setTimeout as pause } from 'node:timers/promises';
import type { Row } from '../table.ts';

/** What was sent while which fault was injected, to be held against what the council has. */
export interface Ledger {
  /** Words that nobody has said, to be sent while this fault is injected. */
  newWords: (fault: string) => string;
  injected: (fault: string, times?: number) => void;
  /** How often the council has these words, over all cases and versions. */
  times: (words: string) => number;
  /** The phone says that the council has these words. It counts as lost if that is not so. */
  isSaidToBeThere: (fault: string, words: string) => void;
  /** By the nature of the fault these can be gone; that they are is no loss, unless the phone said otherwise. */
  mayBeGone: (words: string) => void;
  /** Waits until the council has it. Gives up after a minute: the row then says that it is lost. */
  untilThere: (words: string) => Promise<void>;
  /** A row that was counted elsewhere, to stand beside the others. */
  beside: (row: Row) => void;
  rows: () => Row[];
}

interface Entry {
  injected: number;
  words: string[];
  falselySaid: Set<string>;
}

/** How long something that is on its way may need on a machine that is busy elsewhere, in milliseconds. */
const patience = 60_000;

export function createLedger(times: (words: string) => number): Ledger {
  const entries = new Map<string, Entry>();
  const rows: (() => Row)[] = [];
  const excused = new Set<string>();
  const of = (fault: string): Entry => {
    const known = entries.get(fault);
    if (known) return known;
    const entry: Entry = { injected: 0, words: [], falselySaid: new Set() };
    entries.set(fault, entry);
    rows.push(() => rowOf(fault, entry));
    return entry;
  };
  const rowOf = (fault: string, { injected, words, falselySaid }: Entry): Row => ({
    fault,
    injected,
    sent: words.length,
    lost: words.filter((each) => falselySaid.has(each) || (times(each) === 0 && !excused.has(each))).length,
    doubled: words.filter((each) => times(each) > 1).length,
  });
  return {
    times,
    newWords(fault) {
      const { words } = of(fault);
      words.push(`Said while this was broken: ${fault}, ${words.length + 1}.`);
      return words.at(-1) ?? '';
    },
    injected(fault, count = 1) {
      of(fault).injected += count;
    },
    isSaidToBeThere(fault, words) {
      if (times(words) === 0) of(fault).falselySaid.add(words);
    },
    mayBeGone: (words) => void excused.add(words),
    async untilThere(words) {
      const end = Date.now() + patience;
      while (times(words) === 0 && Date.now() < end) await pause(50);
    },
    beside: (row) => void rows.push(() => row),
    // Counted at the end of everything, so that what comes a second time late is seen.
    rows: () => rows.map((row) => row()),
  };
}

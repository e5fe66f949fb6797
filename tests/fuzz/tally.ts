import type { Answer, NoAnswer } from './send.ts';
import type { Wire } from './wire.ts';

/** What was sent and what came of it, by what had to come of it. */

const kinds = { accept: 'of the documented shape', refuse: 'broken', either: 'neither here nor there' } as const;

export interface Row {
  requests: number;
  accepted: number;
  refused: number;
  '5xx': number;
  hangs: number;
  leaks: number;
  'invalid accepted': number;
  'valid refused': number;
  'other faults': number;
}

interface Reached {
  accepted: number;
  refused: number;
  /** In milliseconds. */
  slowest: number;
}

export interface Tally {
  rows: Map<string, Row>;
  /** Accepted, by operation: what nobody was ever let into was not tried. */
  reached: Map<string, Reached>;
  count: (
    kind: Wire['must'] | 'raw HTTP',
    operation: string,
    answer: Answer | NoAnswer,
    faults: readonly string[],
  ) => void;
  requests: () => number;
}

/** Operations whose answers are never let in, with why that cannot be drawn. */
const notReached: Readonly<Record<string, string>> = {
  'POST /api/auth/sign-in/code': 'no code of an authenticator is known to what draws',
  'POST /api/desk/set-up': 'the first account is there already, and the link was used',
  'POST /api/staff/me/second-factor/confirmation': 'the same as for codes at the door',
  'POST /api/staff/me/second-factor/replacement': 'needs a code',
  'POST /api/staff/me/second-factor/replacement/confirmation': 'needs a code',
  'POST /api/follow': 'seven pictures that somebody has are not to be drawn',
  'POST /api/staff/people/{id}/second-factor-reset': 'nobody has a second factor that was confirmed',
  'POST /api/staff/me/recovery-codes': 'needs a second factor that was confirmed',
};

/** Which of these accepted nothing: whatever was asked of them, their insides were not tried. */
export function neverAccepted(operations: readonly string[], { reached }: Pick<Tally, 'reached'>): string[] {
  return operations.filter((name) => !(name in notReached) && !reached.get(name)?.accepted);
}

const columns = ['5xx', 'leaks', 'invalid accepted', 'valid refused'] as const;
const starts: Record<(typeof columns)[number], string> = {
  '5xx': '5xx',
  leaks: 'leak',
  'invalid accepted': 'invalid accepted',
  'valid refused': 'valid refused',
};

export function newTally(): Tally {
  const rows = new Map<string, Row>();
  const reached: Tally['reached'] = new Map();
  return {
    rows,
    reached,
    requests: () => [...rows.values()].reduce((sum, { requests }) => sum + requests, 0),
    count(kind, operation, answer, faults) {
      const name = kind === 'raw HTTP' ? kind : kinds[kind];
      const row = rows.get(name) ?? emptyRow();
      rows.set(name, row);
      row.requests += 1;
      const of = reached.get(operation) ?? { accepted: 0, refused: 0, slowest: 0 };
      reached.set(operation, of);
      // Who says nothing, or not to the end, may be left without an answer: then nothing is wrong.
      if ('none' in answer) row.hangs += Math.min(1, faults.length);
      else countAnswer(row, of, answer);
      countFaults(row, faults);
    },
  };
}

function countAnswer(row: Row, of: Reached, { status, milliseconds }: Answer): void {
  const was = status < 400 ? 'accepted' : 'refused';
  row[was] += 1;
  of[was] += 1;
  of.slowest = Math.max(of.slowest, Math.round(milliseconds));
}

function countFaults(row: Row, faults: readonly string[]): void {
  const has = (start: string) => faults.some((each) => each.startsWith(start));
  for (const column of columns) if (has(starts[column])) row[column] += 1;
  const named = ['hang', ...Object.values(starts)];
  if (faults.some((each) => !named.some((start) => each.startsWith(start)))) row['other faults'] += 1;
}

function emptyRow(): Row {
  return {
    requests: 0,
    accepted: 0,
    refused: 0,
    '5xx': 0,
    hangs: 0,
    leaks: 0,
    'invalid accepted': 0,
    'valid refused': 0,
    'other faults': 0,
  };
}

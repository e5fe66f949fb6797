import { type Receipt, ReceiptHere } from '../../../src/domain/api.ts';
import { Problem } from '../../../src/domain/problems.ts';
import type { Answer, NoAnswer } from '../../fuzz/send.ts';
import type { Item } from './items.ts';

/** What was sent, and what its senders know of it: nothing is in the memory of the server that is broken meanwhile. */
export interface Ledger {
  sent: Set<Item>;
  /** The first receipt for each. */
  receipts: Map<Item, Receipt>;
  /** How often it was answered in which way. */
  answers: Map<string, number>;
  /** A second receipt that is not that of the first time, or a no for good to what is right. */
  contradictions: string[];
}

export function newLedger(): Ledger {
  return { sent: new Set(), receipts: new Map(), answers: new Map(), contradictions: [] };
}

/** Whether this answer is the receipt for exactly what was sent; as the app decides it (`src/sync/deliver.ts`). */
export function noteAnswer(ledger: Ledger, item: Item, answer: Answer | NoAnswer): boolean {
  const receipt = receiptIn(item, answer);
  const name = receipt ? 'receipt' : nameOf(answer);
  ledger.answers.set(name, (ledger.answers.get(name) ?? 0) + 1);
  if (!receipt) return false;
  const known = ledger.receipts.get(item);
  if (!known) ledger.receipts.set(item, receipt);
  else if (known.reference !== receipt.reference || known.receivedAt !== receipt.receivedAt)
    ledger.contradictions.push(`two receipts for one item of case ${item.id}`);
  return true;
}

/** Answers that no phone should ever get for what is right: anything but its receipt, a broken line, or "come again". */
export function unkindAnswers({ answers }: Ledger): string[] {
  return [...answers].flatMap(([name, times]) =>
    name === 'receipt' || name === comeAgain || name.startsWith('broken') ? [] : [`${times} × ${name}`],
  );
}

const comeAgain = 'come again (503)';

/** How often "come again" was answered. */
export function timesBusy({ answers }: Ledger): number {
  return answers.get(comeAgain) ?? 0;
}

function receiptIn(item: Item, answer: Answer | NoAnswer): Receipt | undefined {
  if ('none' in answer || (answer.status !== 200 && answer.status !== 201)) return undefined;
  const { data } = ReceiptHere.safeParse(jsonIn(answer.text));
  return data && data.id === item.id && data.digest === item.digest ? (data as Receipt) : undefined;
}

function nameOf(answer: Answer | NoAnswer): string {
  if ('none' in answer) return `broken: ${answer.none}`;
  const { data } = Problem.safeParse(jsonIn(answer.text));
  const isProblem = data && answer.headers['content-type'] === 'application/problem+json';
  const isClear = isProblem && data.code === 'busy' && Number(answer.headers['retry-after']) > 0;
  return isClear ? comeAgain : `${answer.status} ${isProblem ? data.code : 'without a problem'}`;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

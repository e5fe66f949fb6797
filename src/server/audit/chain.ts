import { createHash, createHmac } from 'node:crypto';
import type { Instant } from '../../domain/dates.ts';
import { type AuditHead, type AuditTable, insertAuditEntries, sealAuditHead, takeAuditPlaces } from '../store/audit.ts';
import type { Connection } from '../store/database.ts';
import { isSameSecret } from '../web/same-secret.ts';

/** Small facts of an act: codes, counts, ids. Never a sentence, so nothing that a person wrote. */
export type Details = Readonly<Record<string, string | number | boolean>>;

/** One thing that somebody of staff did or saw. */
export interface Act {
  at: Instant;
  /** Null where nobody was signed in. */
  staff: { id: string; name: string } | null;
  verb: string;
  caseId: string | null;
  details: Details;
}

const code = /^[\w:.-]{0,64}$/;

/** Adds entries to the chain, in this transaction, as the last thing that it does. Gives the new head. */
export async function appendActs(trx: Connection, key: string, acts: readonly Act[]): Promise<AuditHead> {
  const before = await takeAuditPlaces(trx, acts.length);
  const rows: AuditTable[] = [];
  let { seq, hash } = before;
  for (const act of acts) {
    const entry = { ...entryOf(act), seq: seq + 1, previous: hash };
    ({ seq, hash } = { seq: entry.seq, hash: hashOf(entry) });
    rows.push({ ...entry, hash });
  }
  await insertAuditEntries(trx, rows);
  const head = { seq, hash, mac: macOf(key, { seq, hash }) };
  await sealAuditHead(trx, head);
  return head;
}

// Thrown, not left out: whoever puts a sentence into the details is to find out while they write the code.
function entryOf({ at, staff, verb, caseId, details }: Act): Omit<AuditTable, 'seq' | 'previous' | 'hash'> {
  const facts = Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = [verb, ...facts.flatMap(([name, value]) => (typeof value === 'string' ? [name, value] : [name]))];
  if (!texts.every((text) => code.test(text))) throw new Error('A record of an act holds codes only.');
  const text = JSON.stringify(Object.fromEntries(facts));
  return { at, staffId: staff?.id ?? null, staffName: staff?.name ?? null, verb, caseId, details: text };
}

/** SHA-256 over every other column: a list as JSON, which is written in one way only. */
export function hashOf(entry: Omit<AuditTable, 'hash'>): string {
  const { seq, at, staffId, staffName, verb, caseId, details, previous } = entry;
  const whole = ['heard-audit-1', seq, at, staffId, staffName, verb, caseId, details, previous];
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex');
}

/** What only who holds the key can write under a head. */
export function macOf(key: string, { seq, hash }: Pick<AuditHead, 'seq' | 'hash'>): string {
  return createHmac('sha256', key).update(`heard-audit-head ${seq} ${hash}`).digest('hex');
}

export function isSealed(key: string, head: AuditHead): boolean {
  return isSameSecret(head.mac, macOf(key, head));
}

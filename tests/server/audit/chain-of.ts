import { sql } from 'kysely';
import { macOf } from '../../../src/server/audit/chain.ts';
import { verifyChain } from '../../../src/server/audit/verify.ts';
import {
  type AuditTable,
  findAuditHead,
  listAuditEntries,
  sealEmptyAuditHead,
} from '../../../src/server/store/audit.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { auditKey } from '../test-app.ts';

/** The record of a test's staff, as it stands in the store. */

export function entriesOf({ db }: Store): Promise<AuditTable[]> {
  return listAuditEntries(db, 0, 10_000);
}

export async function verbsOf(store: Store): Promise<string[]> {
  return (await entriesOf(store)).map(({ verb }) => verb);
}

/** Seals it while it has no entry, as the server does at its start. */
export async function beginTestChain({ db }: Store): Promise<void> {
  await sealEmptyAuditHead(db, macOf(auditKey, { seq: 0, hash: '' }));
}

/** What the check says when the end was noted before, and when it was not. */
export function check({ db }: Store, noted: { seq: number; hash: string }[] = []) {
  return verifyChain(db, auditKey, noted);
}

export async function headOf({ db }: Store) {
  const head = await findAuditHead(db);
  if (!head) throw new Error('There is no head.');
  return head;
}

/** The database takes no entry more, as when its disk is full for that table alone. */
export async function refuseEntries({ db, engine }: Store): Promise<void> {
  if (engine === 'sqlite') {
    await sql`create trigger full before insert on audit begin select raise(abort, 'full'); end`.execute(db);
    return;
  }
  await sql`create trigger full_audit before insert on audit execute function audit_append_only()`.execute(db);
}

export async function takeEntriesAgain({ db, engine }: Store): Promise<void> {
  await (engine === 'sqlite' ? sql`drop trigger full` : sql`drop trigger full_audit on audit`).execute(db);
}

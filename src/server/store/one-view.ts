import type { Connection, Store } from './database.ts';

/** Reads in one transaction that sees the database as it was when it began, whatever others write meanwhile. */
export function inOneView<Result>({ db, engine }: Store, read: (trx: Connection) => Promise<Result>): Promise<Result> {
  const transaction = db.transaction();
  // Node's SQLite has no other kind.
  if (engine === 'sqlite') return transaction.execute(read);
  return transaction.setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

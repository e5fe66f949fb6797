import { DatabaseSync } from 'node:sqlite';

/**
 * Breaks a server on purpose, with `--import`: what it is told to commit it commits a moment later, with whatever else
 * has come meanwhile. Nobody who has a receipt may rely on it, and a check that finds nothing to complain of is no check.
 */
const later = 500;

let isWaiting = false;
const prepare = DatabaseSync.prototype.prepare;

DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string) {
  const statement = prepare.call(this, sql);
  const instead = { begin: () => begin(this), commit: () => commitSoon(this), rollback: () => undefined }[sql];
  if (!instead) return statement;
  return Object.assign(statement, {
    run() {
      instead();
      return { changes: 0, lastInsertRowid: 0 };
    },
  });
};

function begin(database: DatabaseSync): void {
  if (!database.isTransaction) database.exec('begin');
}

function commitSoon(database: DatabaseSync): void {
  if (isWaiting) return;
  isWaiting = true;
  setTimeout(() => {
    isWaiting = false;
    if (database.isTransaction) database.exec('commit');
  }, later);
}

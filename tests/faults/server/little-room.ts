import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * Where no small disk can be mounted, with `--import`: while a file is there, the database may not grow. SQLite then
 * says what it says of a full disk.
 */
const { FAULTS_FULL_WHILE = '' } = process.env;
const prepare = DatabaseSync.prototype.prepare;
const mostPages = 4_294_967_294;

DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string) {
  const statement = prepare.call(this, sql);
  if (sql !== 'begin') return statement;
  return Object.assign(statement, {
    run: () => {
      // Never less than there are.
      this.exec(`PRAGMA max_page_count = ${existsSync(FAULTS_FULL_WHILE) ? 1 : mostPages}; begin`);
      return { changes: 0, lastInsertRowid: 0 };
    },
  });
};

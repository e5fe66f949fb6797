import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Store, Tables } from './database.ts';

// A lock is held for milliseconds. Waiting longer would hold up every other request of this process, for the driver
// is synchronous; the phone is told to come again instead.
const lockWait = 250;
const statementsKept = 200;

/**
 * Opens the embedded database, making it when there is none. A write-ahead log, synced at every commit: what was
 * committed survives a power cut.
 */
export function openSqlite(file: string): Store {
  mkdirSync(path.dirname(file), { recursive: true });
  const sqlite = new DatabaseSync(file, { timeout: lockWait });
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyWants(sqlite) }) });
  return { db, engine: 'sqlite', close: () => db.destroy() };
}

/** Kysely was written against better-sqlite3; this is the same shape over Node's own driver, statements kept. */
function asKyselyWants(sqlite: DatabaseSync) {
  const kept = new Map<string, ReturnType<typeof wrap>>();
  return {
    close: () => sqlite.close(),
    prepare(sql: string) {
      const known = kept.get(sql);
      if (known) return known;
      if (kept.size >= statementsKept) kept.clear();
      const statement = sql === 'rollback' ? rollback(sqlite) : wrap(sqlite.prepare(sql));
      kept.set(sql, statement);
      return statement;
    },
  };
}

// A disk that is full, and some other failures, end a transaction by themselves. To roll back what is over fails, and that
// failure would be told instead of the true one, after which whoever asked is to come again.
function rollback(sqlite: DatabaseSync): ReturnType<typeof wrap> {
  const statement = wrap(sqlite.prepare('rollback'));
  const nothing = { changes: 0, lastInsertRowid: 0 };
  return { ...statement, run: () => (sqlite.isTransaction ? statement.run([]) : nothing) };
}

function wrap(statement: StatementSync) {
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
    run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
  };
}

// The schema holds text and integers only, which is what the driver binds.
function values(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}

import { createRequire, syncBuiltinESMExports } from 'node:module';
import type { Database, PreparedStatement, SqlValue } from '@sqlite.org/sqlite-wasm';
import { diskName, sqliteOnTracedDisk } from './disk.ts';

/**
 * Loaded before the server, with `--import`: its database then writes down everything that it asks of the disk. It is
 * the SQLite project's own build for WebAssembly, for in the one that Node brings nobody can get between it and the disk.
 */
const { FAULTS_TRACE = '', FAULTS_SYNCHRONOUS } = process.env;
const sqlite3 = await sqliteOnTracedDisk(FAULTS_TRACE);

/** As `DatabaseSync` of node:sqlite, as far as the server uses it. */
class TracedDatabase {
  readonly #database: Database;

  constructor(file: string) {
    this.#database = new sqlite3.oo1.DB({ filename: file, flags: 'c', vfs: diskName });
    // The size is what Node's own build has by default. The log goes into the file ten times as often as usual: what
    // happens then is the most delicate, and a recording is short.
    this.#database.exec('PRAGMA page_size = 4096; PRAGMA wal_autocheckpoint = 100;');
  }

  exec(sql: string): void {
    this.#database.exec(FAULTS_SYNCHRONOUS ? lessSafe(sql, FAULTS_SYNCHRONOUS) : sql);
  }

  prepare(sql: string) {
    const database = this.#database;
    const statement = withCode(() => database.prepare(sql));
    const each = function* (parameters: SqlValue[]) {
      if (parameters.length > 0) statement.bind(parameters);
      try {
        while (step(statement)) yield statement.get({});
      } finally {
        statement.reset(true);
      }
    };
    return {
      columns: () => (statement.columnCount > 0 ? statement.getColumnNames() : []),
      all: (...parameters: SqlValue[]) => [...each(parameters)],
      iterate: (...parameters: SqlValue[]) => each(parameters),
      run(...parameters: SqlValue[]) {
        for (const _ of each(parameters));
        return { changes: database.changes(), lastInsertRowid: sqlite3.capi.sqlite3_last_insert_rowid(database) };
      },
    };
  }

  close(): void {
    this.#database.close();
  }
}

function step(statement: PreparedStatement): boolean {
  return withCode(() => statement.step());
}

/** The server decides by the code that Node's driver gives its errors. */
function withCode<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof sqlite3.SQLite3Error) Object.assign(error, { errcode: error.resultCode });
    throw error;
  }
}

/** For the control: a server that leaves it to the system when something is on the disk. */
function lessSafe(sql: string, synchronous: string): string {
  const changed = sql.replace('synchronous = FULL', `synchronous = ${synchronous}`);
  if (changed === sql && /synchronous/i.test(sql))
    throw new Error('The control cannot be made: synchronous is not FULL.');
  return changed;
}

createRequire(import.meta.url)('node:sqlite').DatabaseSync = TracedDatabase;
syncBuiltinESMExports();

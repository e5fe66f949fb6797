import { PostgresAdapter, type RawBuilder } from 'kysely';
import type { Connection } from './database.ts';
import { searchPostgres } from './search-postgres.ts';
import { searchSqlite } from './search-sqlite.ts';

/** Finding cases by words, each engine in its own way and with the same answers. */
export interface Search {
  /** Keeps these as the terms of their cases, in place of what was kept before. */
  keep: (db: Connection, rows: { number: number; terms: string[] }[]) => Promise<void>;
  /** The numbers of the cases in which each of the terms begins a word, as a query to stand within another. */
  found: (terms: string[]) => RawBuilder<unknown>;
}

export function searchOf(db: Connection): Search {
  return db.getExecutor().adapter instanceof PostgresAdapter ? searchPostgres : searchSqlite;
}

import { PostgresAdapter } from 'kysely';
import type { Connection } from './database.ts';
import type { Search } from './search.ts';
import { searchPostgres } from './search-postgres.ts';
import { searchSqlite } from './search-sqlite.ts';

/** The search of the engine that is behind a connection. */
export function searchOf(db: Connection): Search {
  return db.getExecutor().adapter instanceof PostgresAdapter ? searchPostgres : searchSqlite;
}

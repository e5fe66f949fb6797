import { type RawBuilder, sql } from 'kysely';
import type { Search } from './search.ts';

/** SQLite's own full-text search (FTS5). Terms are letters and figures alone, so none of its operators can stand in them. */
export const searchSqlite: Search = {
  async keep(db, rows) {
    // What was said later takes the place of what stood there.
    const values = rows.map(({ number, terms }) => sql`(${number}, ${terms.join(' ')})`);
    await sql`insert or replace into "caseSearch" (rowid, terms) values ${sql.join(values)}`.execute(db);
  },
  found(terms): RawBuilder<unknown> {
    const asked = terms.map((term) => `"${term}"*`).join(' AND ');
    return sql`select rowid from "caseSearch" where "caseSearch" match ${asked}`;
  },
};

import { sql } from 'kysely';
import { byReference, type Search } from './search.ts';

/** SQLite's own full-text search (FTS5). Terms are letters and figures alone, so none of its operators can stand in them. */
export const searchSqlite: Search = {
  async keep(db, rows) {
    // What was said later takes the place of what stood there.
    const values = rows.map(({ number, terms }) => sql`(${number}, ${terms.join(' ')})`);
    await sql`insert or replace into "caseSearch" (rowid, terms) values ${sql.join(values)}`.execute(db);
  },
  async isFound(_, { terms, references }) {
    const match = terms.map((term) => `"${term}"*`).join(' AND ');
    const byTerms = sql`select rowid from "caseSearch" where "caseSearch" match ${match}`;
    const queries = [...(terms.length > 0 ? [byTerms] : []), ...byReference(references)];
    if (queries.length === 0) return sql`1 = 0`;
    // The plus keeps it to walking the list in order: looking each hit up and sorting them all costs more when a word
    // is in every case, and walking past a hundred thousand that are none takes a few milliseconds.
    return sql`+"number" in (${sql.join(queries, sql` union `)})`;
  },
};

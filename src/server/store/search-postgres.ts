import { type RawBuilder, sql } from 'kysely';
import type { Search } from './search.ts';

/**
 * PostgreSQL's text search over terms as they are given: its own parser, which would cut addresses and numbers in
 * another way than the embedded database does, is left out on both sides (`array_to_tsvector`, a cast to `tsquery`).
 */
export const searchPostgres: Search = {
  async keep(db, rows) {
    const values = rows.map(({ number, terms }) => sql`(${number}::integer, array_to_tsvector(${terms}::text[]))`);
    await sql`
      insert into "caseSearch" ("number", "terms") values ${sql.join(values)}
      on conflict ("number") do update set "terms" = excluded."terms"`.execute(db);
  },
  found(terms): RawBuilder<unknown> {
    const asked = terms.map((term) => `'${term}':*`).join(' & ');
    return sql`select "number" from "caseSearch" where "terms" @@ ${asked}::tsquery`;
  },
};

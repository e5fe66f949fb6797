import { sql } from 'kysely';
import { byReference, type Search } from './search.ts';

/** Up to so many hits are looked up and sorted; beyond, the list is walked in its order until a page is full. */
const few = 5_000;

/**
 * PostgreSQL's text search over terms as they are given: its own parser, which would cut addresses and numbers in
 * another way than the embedded database does, is left out on both sides (`array_to_tsvector`, a cast to `tsquery`).
 * It cannot know how many cases have the beginning of a word, and guesses the wrong way for one that is rare: so it is
 * asked first.
 */
export const searchPostgres: Search = {
  async keep(db, rows) {
    const values = rows.map(({ number, terms }) => sql`(${number}::integer, array_to_tsvector(${terms}::text[]))`);
    await sql`
      insert into "caseSearch" ("number", "terms") values ${sql.join(values)}
      on conflict ("number") do update set "terms" = excluded."terms"`.execute(db);
  },
  async isFound(db, { terms, references }) {
    const match = terms.map((term) => `'${term}':*`).join(' & ');
    const has = sql`"terms" @@ ${match}::tsquery`;
    const byTerms = sql`select "number" from "caseSearch" where ${has}`;
    const queries = [...(terms.length > 0 ? [byTerms] : []), ...byReference(references)];
    if (queries.length === 0) return sql`1 = 0`;
    // A case that is found twice is named twice: to tell, every hit would have to be looked up first.
    const together = sql.join(queries, sql` union all `);
    const { rows } = await sql<{ number: number }>`${together} limit ${few + 1}`.execute(db);
    const numbers = rows.map(({ number }) => number);
    if (numbers.length <= few) return sql`"number" = any(${numbers}::integer[])`;
    const inOrder = sql`exists (
      select 1 from "caseSearch" where "caseSearch"."number" = "caseIndex"."number" and ${has})`;
    const rest = byReference(references).map((query) => sql`"number" in (${query})`);
    return sql`(${sql.join([inOrder, ...rest], sql` or `)})`;
  },
};

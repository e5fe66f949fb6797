import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Account } from '../../domain/named-people.ts';
import { likenessTo } from '../../domain/similar-names.ts';
import { listUnmatchedKeys } from './case-keeping.ts';
import type { Connection } from './database.ts';

/**
 * The numbers of the cases that are kept from an account, as a query over what stands beside the index. Names are
 * compared at each question and never when an account is made or renamed: so nothing can be forgotten then.
 */
export async function keptFrom(db: Connection, account: Account): Promise<RawBuilder<unknown>> {
  const keys = similarKeys(account, await listUnmatchedKeys(db));
  const matched = sql`select "number" from "caseKeeping" where "staff" = ${account.id} and "letInUntil" is null`;
  if (keys.length === 0) return matched;
  return sql`${matched} union all select "number" from "caseKeeping" where "key" in (${sql.join(keys)})`;
}

/** That a case is not kept from an account, as a condition on its row of the index. */
export async function isNotKeptFrom(db: Connection, account: Account): Promise<RawBuilder<SqlBool>> {
  const kept = await keptFrom(db, account);
  // Of nearly everybody nothing is: then no row is asked about.
  const { rows } = await sql`select 1 from (${kept}) as "kept" limit 1`.execute(db);
  return rows.length > 0 ? sql<SqlBool>`"caseIndex"."number" not in (${kept})` : sql<SqlBool>`1 = 1`;
}

// Comparing takes about a hundredth of a millisecond, and the same names are asked of the same accounts all day.
const known = new Map<string, boolean>();
const mostKnown = 200_000;

function similarKeys(account: Account, keys: readonly string[]): string[] {
  const isLike = likenessTo(account);
  return keys.filter((key) => {
    const question = JSON.stringify([account.name, account.email, key]);
    const before = known.get(question);
    if (before !== undefined) return before;
    const isSimilar = isLike(key);
    if (known.size >= mostKnown) known.clear();
    known.set(question, isSimilar);
    return isSimilar;
  });
}

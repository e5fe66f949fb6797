import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Account } from '../../domain/named-people.ts';
import { likenessTo } from '../../domain/similar-names.ts';
import { listUnmatchedKeys } from './case-keeping.ts';
import type { Connection } from './database.ts';
import { findStaff } from './staff.ts';

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

/** Live cases that are given to somebody from whom they are kept: they look as if somebody had them. */
export async function listHeldInVain(db: Connection): Promise<{ caseId: string; assignee: string }[]> {
  const held = db
    .selectFrom('caseIndex')
    .where('live', '=', 1)
    .where('number', 'in', (those) => those.selectFrom('caseKeeping').select('number'));
  const found: { caseId: string; assignee: string }[] = [];
  for (const { assignee } of await held.select('assignee').distinct().execute()) {
    const account = assignee === null ? undefined : await findStaff(db, assignee);
    if (!account) continue;
    const inVain = sql<SqlBool>`"caseIndex"."number" in (${await keptFrom(db, account)})`;
    const rows = await held.select('caseId').where('assignee', '=', account.id).where(inVain).execute();
    found.push(...rows.map(({ caseId }) => ({ caseId, assignee: account.id })));
  }
  return found;
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

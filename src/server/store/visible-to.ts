import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Instant } from '../../domain/dates.ts';
import { may, type Officer } from '../../domain/staff.ts';
import type { Connection } from './database.ts';
import { isNotKeptFrom } from './kept-from.ts';
import { keptFromAllOfficers } from './left-over.ts';

/**
 * Which cases somebody of the staff may find, as a condition on a row of the index: the one place through which the
 * list, its counts, its search and its pages go. It says of rows what `mayOpenCase` says of one case.
 *
 * @param fallback the e-mail address of who sees a case that is kept from every officer
 */
export async function visibleTo(
  db: Connection,
  officer: Officer,
  { fallback, at }: { fallback: string; at: Instant },
): Promise<Expression<SqlBool>> {
  const isFallback = officer.email === fallback.toLowerCase();
  const left = isFallback ? await keptFromAllOfficers(db) : [];
  const theirs = orOneOf(byRole(officer), left);
  const open = sql<SqlBool>`(${theirs} and ${await isNotKeptFrom(db, officer)})`;
  return orOneOf(open, await listLetIn(db, officer.id, at));
}

function byRole(officer: Pick<Officer, 'id' | 'roles' | 'teams'>): RawBuilder<SqlBool> {
  if (may(officer, 'see-cases')) return sql<SqlBool>`1 = 1`;
  if (!may(officer, 'see-own-team')) return sql<SqlBool>`1 = 0`;
  const { id, teams } = officer;
  if (teams.length === 0) return sql<SqlBool>`"assignee" = ${id}`;
  return sql<SqlBool>`("assignee" = ${id} or "team" in (${sql.join(teams)}))`;
}

function orOneOf(condition: RawBuilder<SqlBool>, numbers: readonly number[]): RawBuilder<SqlBool> {
  if (numbers.length === 0) return condition;
  return sql<SqlBool>`(${condition} or "caseIndex"."number" in (${sql.join(numbers)}))`;
}

/** The cases into which somebody is let for safety just now: hardly ever any. */
async function listLetIn(db: Connection, staff: string, at: Instant): Promise<number[]> {
  const rows = await db
    .selectFrom('caseKeeping')
    .select('number')
    .where('staff', '=', staff)
    .where('letInUntil', '>', at)
    .execute();
  return rows.map(({ number }) => number);
}

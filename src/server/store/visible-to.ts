import { type Expression, type SqlBool, sql } from 'kysely';
import { may, type Officer } from '../../domain/staff.ts';

/**
 * Which cases somebody of the staff may find, as a condition on a row of the index: the one place through which the
 * list, its counts, its search and its pages go. It says of rows what `mayOpenCase` says of one case.
 */
export function visibleTo(officer: Pick<Officer, 'id' | 'roles' | 'teams'>): Expression<SqlBool> {
  if (may(officer, 'see-cases')) return sql<SqlBool>`1 = 1`;
  if (!may(officer, 'see-own-team')) return sql<SqlBool>`1 = 0`;
  const { id, teams } = officer;
  if (teams.length === 0) return sql<SqlBool>`"assignee" = ${id}`;
  return sql<SqlBool>`("assignee" = ${id} or "team" in (${sql.join(teams)}))`;
}

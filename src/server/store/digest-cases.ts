import { type Expression, type SqlBool, sql } from 'kysely';
import type { IsoDate } from '../../domain/dates.ts';
import type { DigestCase } from '../../domain/digest.ts';
import type { Connection } from './database.ts';

/** What staff are told of by e-mail, from the index alone. */

/**
 * Every case of which there is something to tell: not safe, not opened, or due by this day. Nobody may be told of one
 * of them who is not let to see it.
 */
export async function listDigestCases(db: Connection, soon: IsoDate): Promise<DigestCase[]> {
  const rows = await db
    .selectFrom('caseIndex')
    .select(['caseId', 'reference', 'team', 'assignee', 'unsafeSince', 'unread', 'unacknowledged'])
    .select(['step', 'due', 'optional'])
    .where('live', '=', 1)
    .where(isToTell(soon))
    .orderBy('caseId')
    .execute();
  return rows.map((row) => ({
    ...row,
    unread: row.unread === 1,
    unacknowledged: row.unacknowledged === 1,
    optional: row.optional === 1,
  }));
}

/** The ids of those that somebody may see. */
export async function listDigestIds(db: Connection, soon: IsoDate, visible: Expression<SqlBool>): Promise<Set<string>> {
  const rows = await db
    .selectFrom('caseIndex')
    .select('caseId')
    .where('live', '=', 1)
    .where(isToTell(soon))
    .where(visible)
    .execute();
  return new Set(rows.map(({ caseId }) => caseId));
}

function isToTell(soon: IsoDate) {
  return sql<SqlBool>`("unsafeSince" is not null or "unread" = 1 or ("optional" = 0 and "due" <= ${soon}))`;
}

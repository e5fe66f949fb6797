import { pageSize } from '../../src/domain/desk-list.ts';
import type { Store } from '../../src/server/store/database.ts';

/** The least there is to do for a list: its rows in their order with all that stands in them, and one count. */

export async function barePage({ db }: Store): Promise<void> {
  const rows = await db
    .selectFrom('caseIndex')
    .select('caseId')
    .orderBy('rank')
    .orderBy('place')
    .orderBy('receivedAt')
    .orderBy('number')
    .limit(pageSize)
    .execute();
  const ids = rows.map(({ caseId }) => caseId);
  await db.selectFrom('events').selectAll().where('caseId', 'in', ids).execute();
  await db.selectFrom('submissions').selectAll().where('caseId', 'in', ids).execute();
}

export async function bareCount({ db }: Store): Promise<void> {
  await db
    .selectFrom('caseIndex')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
}

import type { Instant, IsoDate } from '../../domain/dates.ts';
import type { LateTelling, Told } from '../../domain/late-tellings.ts';
import type { Connection } from './database.ts';

/** That somebody was told of something late, once in a period; gone again with an e-mail that never went. */
export interface ToldLateTable extends Told {
  kind: LateTelling['kind'];
  mailKey: string;
}

/** A day whose e-mails were put into the outbox: all of them, in one transaction. */
export interface ToldDaysTable {
  day: string;
  toldAt: string;
}

export async function isTold(db: Connection, day: IsoDate): Promise<boolean> {
  return (await db.selectFrom('toldDays').select('day').where('day', '=', day).execute()).length > 0;
}

/** False when that day was told already. */
export async function noteDay(trx: Connection, day: IsoDate, toldAt: Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('toldDays')
    .values({ day, toldAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

// Well below what either engine takes in one statement.
const together = 1_000;

/** Throws a unique violation when somebody was told one of them before. */
export async function noteTold(trx: Connection, rows: readonly ToldLateTable[]): Promise<void> {
  for (let first = 0; first < rows.length; first += together) {
    await trx
      .insertInto('toldLate')
      .values(rows.slice(first, first + together))
      .execute();
  }
}

/** What was told of these cases. */
export async function listTold(db: Connection, caseIds: readonly string[]): Promise<ToldLateTable[]> {
  const found: ToldLateTable[] = [];
  for (let first = 0; first < caseIds.length; first += together) {
    const some = caseIds.slice(first, first + together);
    found.push(...(await db.selectFrom('toldLate').selectAll().where('caseId', 'in', some).execute()));
  }
  return found;
}

/** What the e-mail of that key is to tell. */
export function listToldBy(db: Connection, mailKey: string): Promise<ToldLateTable[]> {
  return db.selectFrom('toldLate').selectAll().where('mailKey', '=', mailKey).execute();
}

/**
 * Gives up e-mails that have not gone, and forgets that they told anybody anything: it is told again with the next.
 * One that somebody has in hand just now is left to them.
 *
 * @param which the key of one; or a day, in England: those of every other day, and none that goes on any day
 */
export async function dropMails(
  db: Connection,
  which: { key: string } | { notOf: IsoDate },
  at: Instant,
): Promise<number> {
  let dropping = db
    .updateTable('mails')
    .set({ droppedAt: at })
    .where('sentAt', 'is', null)
    .where('droppedAt', 'is', null);
  dropping =
    'key' in which
      ? dropping.where('key', '=', which.key)
      : dropping.where('day', 'is not', null).where('day', '<>', which.notOf).where('notBefore', '<=', at);
  const dropped = (await dropping.returning('key').execute()).map(({ key }) => key);
  if (dropped.length > 0) await db.deleteFrom('toldLate').where('mailKey', 'in', dropped).execute();
  return dropped.length;
}

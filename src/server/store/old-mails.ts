import type { Instant } from '../../domain/dates.ts';
import type { Db } from './database.ts';

/**
 * Forgets the e-mails of the day that went, or were given up, before `before`, what they told, and that their day was
 * told. One about safety stays: it is part of its case, which says when it went. One that waits stays, however old.
 *
 * @returns how many e-mails were forgotten
 */
export function forgetOldMails(db: Db, before: Instant): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const old = trx
      .selectFrom('mails')
      .select('key')
      .where('kind', '<>', 'safety')
      .where('queuedAt', '<', before)
      .where(({ or, eb }) => or([eb('sentAt', 'is not', null), eb('droppedAt', 'is not', null)]));
    await trx.deleteFrom('toldLate').where('mailKey', 'in', old).execute();
    const { numDeletedRows } = await trx.deleteFrom('mails').where('key', 'in', old).executeTakeFirstOrThrow();
    await trx.deleteFrom('toldDays').where('toldAt', '<', before).execute();
    return Number(numDeletedRows);
  });
}

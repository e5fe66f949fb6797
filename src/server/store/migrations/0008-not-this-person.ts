import type { Migration } from 'kysely/migration';
import type { Engine } from '../database.ts';

const flags = [
  'unread',
  'unacknowledged',
  'consentOutstanding',
  'advocateOutstanding',
  'nameToMatch',
  'waitingForPerson',
];

/**
 * From whom a case is kept, beside the row that the list has of it: names that nobody has matched yet, accounts that
 * one was matched to, and who is let in for safety all the same. All of it is worked out from events and words.
 */
export function notThisPerson(engine: Engine): Migration {
  return {
    async up(db) {
      await db.schema
        .alterTable('caseIndex')
        .addColumn('nameToMatch', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
      await db.schema
        .createTable('caseKeeping')
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('key', 'text')
        .addColumn('staff', 'text')
        .addColumn('letInUntil', 'text')
        .execute();
      const index = (name: string, table: string, columns: string[]) =>
        db.schema.createIndex(name).on(table).columns(columns).execute();
      await index('caseKeepingByCase', 'caseKeeping', ['number']);
      await index('caseKeepingByKey', 'caseKeeping', ['key', 'number']);
      await index('caseKeepingByStaff', 'caseKeeping', ['staff', 'number', 'letInUntil']);
      // Counting leaves out the cases that are kept from who asks, by their numbers: these must stand in the indexes, or
      // PostgreSQL reads every row. SQLite has them in each by itself.
      await db.schema.dropIndex('caseIndexToCount').execute();
      await db.schema.dropIndex('caseIndexLive').execute();
      const number = engine === 'postgres' ? ['number'] : [];
      await index('caseIndexToCount', 'caseIndex', ['live', 'kind', 'route', 'stage', 'team', ...number]);
      await index('caseIndexLive', 'caseIndex', ['live', 'rank', 'due', ...flags, 'optional', 'assignee', ...number]);
    },
  };
}

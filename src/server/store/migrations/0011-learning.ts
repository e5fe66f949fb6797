import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../database.ts';

/** By when what was learned of a case is to be done: in the row by which the list finds it, and in the index it is counted by. */
export function learning(engine: Engine): Migration {
  const ordered = engine === 'postgres' ? sql`text collate "C"` : 'text';
  return {
    async up(db) {
      await db.schema.alterTable('caseIndex').addColumn('learningDue', ordered).execute();
      await db.schema.dropIndex('caseIndexLive').execute();
      await db.schema
        .createIndex('caseIndexLive')
        .on('caseIndex')
        .columns([
          ...['live', 'rank', 'due', 'unread', 'unacknowledged', 'consentOutstanding', 'advocateOutstanding'],
          ...['nameToMatch', 'waitingForPerson', 'optional', 'assignee', 'learningDue'],
          // As 0008 says: without it PostgreSQL reads every row for what is kept from who asks.
          ...(engine === 'postgres' ? ['number'] : []),
        ])
        .execute();
    },
  };
}

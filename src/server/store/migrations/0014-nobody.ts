import type { Migration } from 'kysely/migration';
import type { Engine } from '../database.ts';

/** What nobody has is counted too: the team stands in the index by which what is to be done is counted. */
export function nobody(engine: Engine): Migration {
  return {
    async up(db) {
      await db.schema.dropIndex('caseIndexLive').execute();
      await db.schema
        .createIndex('caseIndexLive')
        .on('caseIndex')
        .columns([
          ...['live', 'rank', 'due', 'unread', 'unacknowledged', 'consentOutstanding', 'advocateOutstanding'],
          ...['nameToMatch', 'waitingForPerson', 'optional', 'assignee', 'learningDue', 'team'],
          // As 0008 says: without it PostgreSQL reads every row for what is kept from who asks.
          ...(engine === 'postgres' ? ['number'] : []),
        ])
        .execute();
    },
  };
}

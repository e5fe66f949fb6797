import type { Migration } from 'kysely/migration';

export const spine: Migration = {
  async up(db) {
    await db.schema
      .createTable('cases')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('reference', 'text', (column) => column.notNull().unique())
      .addColumn('followKeyHash', 'text', (column) => column.notNull())
      .addColumn('receivedAt', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('casesByFollowKey').on('cases').column('followKeyHash').execute();
    await db.schema
      .createTable('submissions')
      .addColumn('caseId', 'text', (column) => column.notNull().references('cases.id'))
      .addColumn('contentDigest', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('receivedAt', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('submissionsKey', ['caseId', 'contentDigest'])
      .execute();
    await db.schema
      .createTable('events')
      .addColumn('caseId', 'text', (column) => column.notNull().references('cases.id'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('eventsKey', ['caseId', 'seq'])
      .execute();
  },
};

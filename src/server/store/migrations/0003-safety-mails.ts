import type { Migration } from 'kysely/migration';

/** The e-mails that are to tell staff of somebody who may not be safe. */
export const safetyMails: Migration = {
  async up(db) {
    await db.schema
      .createTable('safetyMails')
      .addColumn('caseId', 'text', (column) => column.notNull().references('cases.id'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('queuedAt', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('notBefore', 'text', (column) => column.notNull())
      .addColumn('sentAt', 'text')
      .addPrimaryKeyConstraint('safetyMailsKey', ['caseId', 'seq'])
      .execute();
    await db.schema.createIndex('safetyMailsToSend').on('safetyMails').columns(['sentAt', 'notBefore']).execute();
  },
};

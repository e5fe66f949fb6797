import type { Migration } from 'kysely/migration';

/** The keys with which those who help follow a case. */
export const helperKeys: Migration = {
  async up(db) {
    await db.schema
      .createTable('helperKeys')
      .addColumn('caseId', 'text', (column) => column.notNull().references('cases.id'))
      .addColumn('keyHash', 'text', (column) => column.notNull())
      .addColumn('addedAt', 'text', (column) => column.notNull())
      .addColumn('endedAt', 'text')
      .addPrimaryKeyConstraint('helperKeysKey', ['caseId', 'keyHash'])
      .execute();
    await db.schema.createIndex('helperKeysByHash').on('helperKeys').column('keyHash').execute();
  },
};

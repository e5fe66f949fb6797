import type { Migration } from 'kysely/migration';

/** The ways back by pictures, and the keys of the devices that came back. Neither the pictures nor a key is in them. */
export const pictureKeys: Migration = {
  async up(db) {
    await db.schema
      .createTable('pictureKeys')
      .addColumn('caseId', 'text', (column) => column.notNull().references('cases.id'))
      .addColumn('slowHash', 'text', (column) => column.notNull())
      .addColumn('edition', 'text', (column) => column.notNull())
      .addColumn('addedAt', 'text', (column) => column.notNull())
      .addColumn('endedAt', 'text')
      .addPrimaryKeyConstraint('pictureKeysKey', ['caseId', 'slowHash'])
      .execute();
    await db.schema.createIndex('pictureKeysByHash').on('pictureKeys').column('slowHash').execute();
    await db.schema
      .createTable('deviceKeys')
      .addColumn('keyHash', 'text', (column) => column.primaryKey())
      .addColumn('caseId', 'text', (column) => column.notNull().references('cases.id'))
      .addColumn('addedAt', 'text', (column) => column.notNull())
      .addColumn('endedAt', 'text')
      .execute();
    await db.schema.createIndex('deviceKeysByCase').on('deviceKeys').column('caseId').execute();
  },
};

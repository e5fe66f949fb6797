import type { Migration } from 'kysely/migration';

/**
 * Which codes of an authenticator were used, so that none is used twice; an authenticator that is to take the place
 * of another; and ways through the record of what staff did by who, what, which case and when.
 */
export const staffRecord: Migration = {
  async up(db) {
    await db.schema
      .createTable('codeSteps')
      .addColumn('userId', 'text', (column) => column.primaryKey().references('user.id').onDelete('cascade'))
      .addColumn('step', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('nextAuthenticators')
      .addColumn('userId', 'text', (column) => column.primaryKey().references('user.id').onDelete('cascade'))
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('madeAt', 'text', (column) => column.notNull())
      .execute();
    for (const [name, column] of Object.entries({ Staff: 'staffId', Verb: 'verb', Case: 'caseId', Day: 'at' })) {
      await db.schema.createIndex(`auditBy${name}`).on('audit').columns([column, 'seq']).execute();
    }
  },
};

import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * One outbox for every e-mail that must not be lost; those about safety that it held until now go on in it. What has been
 * told of late cases, which days have been told, and whose turn it is to tell.
 */
export const reminders: Migration = {
  async up(db) {
    await db.schema
      .createTable('mails')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('caseId', 'text', (column) => column.references('cases.id'))
      .addColumn('seq', 'integer')
      .addColumn('recipient', 'text')
      .addColumn('day', 'text')
      .addColumn('queuedAt', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('notBefore', 'text', (column) => column.notNull())
      .addColumn('sentAt', 'text')
      .addColumn('droppedAt', 'text')
      .addColumn('failedAt', 'text')
      .addColumn('failure', 'text')
      .execute();
    await sql`
      insert into "mails" ("key", "kind", "caseId", "seq", "queuedAt", "attempts", "notBefore", "sentAt")
      select 'safety/' || "caseId" || '/' || "seq", 'safety', "caseId", "seq", "queuedAt", "attempts", "notBefore", "sentAt"
      from "safetyMails"`.execute(db);
    await db.schema.dropTable('safetyMails').execute();
    await db.schema.createIndex('mailsToSend').on('mails').columns(['sentAt', 'droppedAt', 'notBefore']).execute();
    await db.schema.createIndex('mailsOfCase').on('mails').columns(['caseId', 'seq']).execute();

    await db.schema
      .createTable('toldLate')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('recipient', 'text', (column) => column.notNull())
      .addColumn('caseId', 'text', (column) => column.notNull())
      .addColumn('thing', 'text', (column) => column.notNull())
      .addColumn('period', 'integer', (column) => column.notNull())
      .addColumn('mailKey', 'text', (column) => column.notNull().references('mails.key'))
      .addPrimaryKeyConstraint('toldLateKey', ['kind', 'recipient', 'caseId', 'thing', 'period'])
      .execute();
    await db.schema.createIndex('toldLateByMail').on('toldLate').column('mailKey').execute();

    await db.schema
      .createTable('toldDays')
      .addColumn('day', 'text', (column) => column.primaryKey())
      .addColumn('toldAt', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('leases')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('term', 'integer', (column) => column.notNull())
      .addColumn('until', 'text', (column) => column.notNull())
      .execute();
    // There from the start, so that taking it is always a change of this one row.
    await sql`insert into "leases" ("name", "holder", "term", "until") values ('reminders', '', 0, '')`.execute(db);
  },
};

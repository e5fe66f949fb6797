import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../database.ts';

const flags = ['unread', 'unacknowledged', 'consentOutstanding', 'advocateOutstanding', 'optional', 'waitingForPerson'];

/** The list of cases: a row for each that is worked out from its events, and the words by which it is found. */
export function caseIndex(engine: Engine): Migration {
  // Counts on by itself on either engine; SQLite's own name for it is also that of a row of the search.
  const number = engine === 'postgres' ? sql`integer generated always as identity` : 'integer';
  // Dates, instants and references sort by their bytes, in whatever language the database was made.
  const ordered = engine === 'postgres' ? sql`text collate "C"` : 'text';
  return {
    async up(db) {
      await db.schema
        .createTable('caseIndex')
        .addColumn('number', number, (column) => column.primaryKey())
        .addColumn('caseId', 'text', (column) => column.notNull().unique().references('cases.id'))
        .addColumn('reference', ordered, (column) => column.notNull())
        .addColumn('receivedAt', ordered, (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('voice', 'text')
        .addColumn('route', 'text')
        .addColumn('stage', 'text', (column) => column.notNull())
        .addColumn('assignee', 'text')
        .addColumn('team', 'text')
        .addColumn('unsafeSince', ordered)
        .addColumn('unread', 'integer', (column) => column.notNull())
        .addColumn('unacknowledged', 'integer', (column) => column.notNull())
        .addColumn('consentOutstanding', 'integer', (column) => column.notNull())
        .addColumn('advocateOutstanding', 'integer', (column) => column.notNull())
        .addColumn('step', 'text')
        .addColumn('due', ordered)
        .addColumn('optional', 'integer', (column) => column.notNull())
        .addColumn('waitingForPerson', 'integer', (column) => column.notNull())
        .addColumn('live', 'integer', (column) => column.notNull())
        .addColumn('rank', 'integer', (column) => column.notNull())
        .addColumn('place', ordered, (column) => column.notNull())
        .addColumn('goodUntil', ordered)
        .addColumn('madeBy', 'text', (column) => column.notNull())
        .execute();
      const index = (name: string, columns: string[]) =>
        db.schema.createIndex(name).on('caseIndex').columns(columns).execute();
      await index('caseIndexInOrder', ['rank', 'place', 'receivedAt', 'number']);
      await index('caseIndexByReference', ['reference']);
      // To be counted without being read: all of them by their sorts, and what is live by everything else. They begin with
      // a column that hardly chooses, or the embedded database would sort by them what the first has in order.
      await index('caseIndexToCount', ['live', 'kind', 'route', 'stage', 'team']);
      await index('caseIndexLive', ['live', 'rank', 'due', ...flags, 'assignee']);
      await index('caseIndexGoodUntil', ['goodUntil']);
      await db.schema
        .createTable('caseReads')
        .addColumn('caseId', 'text', (column) => column.primaryKey().references('cases.id'))
        .addColumn('upTo', 'integer', (column) => column.notNull())
        .execute();
      if (engine === 'postgres') {
        await sql`create table "caseSearch" ("number" integer primary key, "terms" tsvector not null)`.execute(db);
        await sql`create index "caseSearchTerms" on "caseSearch" using gin ("terms")`.execute(db);
      } else {
        // Without a second copy of the words: the index alone.
        await sql`create virtual table "caseSearch" using fts5(terms, content='', contentless_delete=1)`.execute(db);
      }
    },
  };
}

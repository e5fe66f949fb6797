import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../database.ts';

/**
 * What staff did and saw, each entry chained to the one before, and the head of the chain: one row, which whoever
 * adds an entry locks. A case may go one day; that somebody opened it stays, so there is no reference to it.
 */
export function audit(engine: Engine): Migration {
  return {
    async up(db) {
      await db.schema
        .createTable('audit')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('staffId', 'text')
        .addColumn('staffName', 'text')
        .addColumn('verb', 'text', (column) => column.notNull())
        .addColumn('caseId', 'text')
        .addColumn('details', 'text', (column) => column.notNull())
        .addColumn('previous', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('auditHead')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('mac', 'text', (column) => column.notNull())
        .execute();
      await sql`insert into ${sql.table('auditHead')} (id, seq, hash, mac) values (1, 0, '', '')`.execute(db);
      // A slip of our own is stopped here. Who may change the database can take this away; the chain then shows it.
      for (const statement of engine === 'postgres' ? onPostgres : onSqlite) await sql.raw(statement).execute(db);
    },
  };
}

const onSqlite = ['update', 'delete'].map(
  (change) =>
    `create trigger audit_no_${change} before ${change} on audit begin select raise(abort, 'audit is append-only'); end`,
);

const onPostgres = [
  `create function audit_append_only() returns trigger language plpgsql as
     'begin raise exception ''audit is append-only''; end'`,
  'create trigger audit_no_change before update or delete or truncate on audit execute function audit_append_only()',
];

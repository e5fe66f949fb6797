import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../database.ts';

/**
 * Roles as a set, teams, deactivated accounts, second factors as better-auth 1.7 makes them, and the one-time links
 * with which somebody takes up an account. Until now one account did everything there was to do: it stays so.
 */
export function people(engine: Engine): Migration {
  const instant = engine === 'postgres' ? 'timestamptz' : 'date';
  const flag = engine === 'postgres' ? 'boolean' : 'integer';
  const no = engine === 'postgres' ? false : 0;
  const yes = engine === 'postgres' ? true : 1;
  return {
    async up(db) {
      await db.schema
        .alterTable('user')
        .addColumn('teams', 'text', (column) => column.notNull().defaultTo(''))
        .execute();
      await db.schema.alterTable('user').addColumn('deactivatedAt', 'text').execute();
      await db.schema
        .alterTable('user')
        .addColumn('twoFactorEnabled', flag, (column) => column.notNull().defaultTo(no))
        .execute();
      await sql`update "user" set role = 'administrator officer' where role = 'administrator'`.execute(db);
      await db.schema
        .createTable('twoFactor')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('secret', 'text', (column) => column.notNull())
        .addColumn('backupCodes', 'text', (column) => column.notNull())
        .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
        .addColumn('verified', flag, (column) => column.defaultTo(yes))
        .addColumn('failedVerificationCount', 'integer', (column) => column.defaultTo(0))
        .addColumn('lockedUntil', instant)
        .execute();
      await db.schema.createIndex('twoFactorByUser').on('twoFactor').column('userId').unique().execute();
      await db.schema
        .createTable('staffLinks')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('email', 'text', (column) => column.notNull())
        .addColumn('roles', 'text', (column) => column.notNull())
        .addColumn('teams', 'text', (column) => column.notNull())
        .addColumn('userId', 'text', (column) => column.references('user.id').onDelete('cascade'))
        .addColumn('madeAt', 'text', (column) => column.notNull())
        .addColumn('expiresAt', 'text', (column) => column.notNull())
        .execute();
    },
  };
}

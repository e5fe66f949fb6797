import type { Migration } from 'kysely/migration';
import type { Engine } from '../database.ts';

/**
 * Staff accounts and sessions, as better-auth 1.7 makes them (its `getMigrations` printed these), and the set-up
 * link. Dates and booleans are the engine's own here, because the library binds them that way.
 */
export function staff(engine: Engine): Migration {
  const instant = engine === 'postgres' ? 'timestamptz' : 'date';
  const flag = engine === 'postgres' ? 'boolean' : 'integer';
  return {
    async up(db) {
      await db.schema
        .createTable('user')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('email', 'text', (column) => column.notNull().unique())
        .addColumn('emailVerified', flag, (column) => column.notNull())
        .addColumn('image', 'text')
        .addColumn('createdAt', instant, (column) => column.notNull())
        .addColumn('updatedAt', instant, (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('session')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('expiresAt', instant, (column) => column.notNull())
        .addColumn('token', 'text', (column) => column.notNull().unique())
        .addColumn('createdAt', instant, (column) => column.notNull())
        .addColumn('updatedAt', instant, (column) => column.notNull())
        .addColumn('ipAddress', 'text')
        .addColumn('userAgent', 'text')
        .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
        .execute();
      await db.schema
        .createTable('account')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('accountId', 'text', (column) => column.notNull())
        .addColumn('providerId', 'text', (column) => column.notNull())
        .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
        .addColumn('accessToken', 'text')
        .addColumn('refreshToken', 'text')
        .addColumn('idToken', 'text')
        .addColumn('accessTokenExpiresAt', instant)
        .addColumn('refreshTokenExpiresAt', instant)
        .addColumn('scope', 'text')
        .addColumn('password', 'text')
        .addColumn('createdAt', instant, (column) => column.notNull())
        .addColumn('updatedAt', instant, (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('verification')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('identifier', 'text', (column) => column.notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('expiresAt', instant, (column) => column.notNull())
        .addColumn('createdAt', instant, (column) => column.notNull())
        .addColumn('updatedAt', instant, (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('rateLimit')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('key', 'text', (column) => column.notNull().unique())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addColumn('lastRequest', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('sessionByUser').on('session').column('userId').execute();
      await db.schema.createIndex('accountByUser').on('account').column('userId').execute();
      await db.schema.createIndex('verificationByIdentifier').on('verification').column('identifier').execute();
      await db.schema
        .createTable('setUpLinks')
        .addColumn('tokenHash', 'text', (column) => column.primaryKey())
        .addColumn('madeAt', 'text', (column) => column.notNull())
        .execute();
    },
  };
}

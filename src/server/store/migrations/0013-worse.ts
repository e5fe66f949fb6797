import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../database.ts';

/**
 * Since when things are worse for somebody, and the place of a case in the list of those who are told that. It stands
 * beside the place that everybody's list goes by, which must not give it away.
 */
export function worse(engine: Engine): Migration {
  const ordered = engine === 'postgres' ? sql`text collate "C"` : 'text';
  return {
    async up(db) {
      // Every row is worked out again at the next start, for its edition is another.
      await db.schema.alterTable('caseIndex').addColumn('worseSince', ordered).execute();
      await db.schema
        .alterTable('caseIndex')
        .addColumn('officerRank', 'integer', (column) => column.notNull().defaultTo(2))
        .execute();
      await db.schema
        .alterTable('caseIndex')
        .addColumn('officerPlace', ordered, (column) => column.notNull().defaultTo('9999-12-31'))
        .execute();
      const index = (name: string, columns: string[]) =>
        db.schema.createIndex(name).on('caseIndex').columns(columns).execute();
      await index('caseIndexInOfficersOrder', ['officerRank', 'officerPlace', 'receivedAt', 'number']);
      await index('caseIndexWorse', ['worseSince']);
    },
  };
}

import { sql } from 'kysely';
import type { Store } from '../../src/server/store/database.ts';
import { listAllSubmissions } from '../../src/server/store/submissions.ts';
import { rotten } from './any-text.ts';

/** What is written for its own sake when somebody is turned away: that it was, how often, and until when. */
const ofTheHouse: ReadonlySet<string> = new Set([
  'audit',
  'auditHead',
  'session',
  'rateLimit',
  'verification',
  'leases',
  'kysely_migration',
  'kysely_migration_lock',
  'toldDays',
  'toldLate',
]);

/** How many rows each table has, of those that hold what somebody sent. */
export async function rowCounts(store: Store): Promise<Record<string, number>> {
  const names = (await tablesOf(store)).filter((name) => !ofTheHouse.has(name));
  const counts = await Promise.all(
    names.map(async (name) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(store.db);
      return [name, Number(rows[0]?.n)] as const;
    }),
  );
  return Object.fromEntries(counts);
}

/** Tables in which something stands that was marked because it had to be refused. */
export async function tablesWithRot(store: Store): Promise<string[]> {
  const found: string[] = [];
  for (const name of await tablesOf(store)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(store.db);
    if (rows.some((row) => JSON.stringify(row).includes(rotten))) found.push(name);
  }
  return found;
}

/** How many stored submissions are not of the documented shape. */
export async function invalidSubmissions({ db }: Store, isSubmission: (value: unknown) => boolean): Promise<number> {
  return (await listAllSubmissions(db)).filter(({ content }) => !isSubmission(JSON.parse(content))).length;
}

async function tablesOf({ db }: Store): Promise<string[]> {
  const tables = await db.introspection.getTables();
  // The search's own tables are made of the others, in a form of their own.
  return tables.map(({ name }) => name).filter((name) => !name.startsWith('caseSearch'));
}

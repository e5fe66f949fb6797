import { sql } from 'kysely';
import type { Connection, Engine } from '../store/database.ts';
import type { Row, Value } from './format.ts';

export interface Table {
  name: string;
  columns: { name: string; type: string }[];
}

/** Worked out from the others, and made again when the server starts. */
const derived = new Set(['caseIndex', 'caseKeeping', 'caseSearch']);

/** Every table that holds something of its own; each after those that it refers to. */
export async function listTables(db: Connection, engine: Engine): Promise<Table[]> {
  const ordinary = new Set(await listOrdinary(db, engine));
  const found = (await db.introspection.getTables()).filter(({ name }) => ordinary.has(name) && !derived.has(name));
  const parents = Map.groupBy(await listReferences(db, engine), ({ child }) => child);
  const tables = new Map(
    found.map(({ name, columns }) => [
      name,
      { name, columns: columns.map((each) => ({ name: each.name, type: each.dataType.toLowerCase() })) },
    ]),
  );
  const ordered = new Set<string>();
  const place = (name: string) => {
    if (ordered.has(name)) return;
    for (const { parent } of parents.get(name) ?? []) if (parent !== name) place(parent);
    ordered.add(name);
  };
  for (const name of [...tables.keys()].sort()) place(name);
  return [...ordered].flatMap((name) => tables.get(name) ?? []);
}

// Neither views nor what the full-text search of SQLite keeps for itself.
async function listOrdinary(db: Connection, engine: Engine): Promise<string[]> {
  const { rows } =
    engine === 'sqlite'
      ? await sql<{
          name: string;
        }>`select name from pragma_table_list where type = 'table' and schema = 'main'`.execute(db)
      : await sql<{ name: string }>`
          select table_name as name from information_schema.tables
          where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db);
  return rows.map(({ name }) => name);
}

async function listReferences(db: Connection, engine: Engine): Promise<{ child: string; parent: string }[]> {
  type Reference = { child: string; parent: string };
  const { rows } =
    engine === 'sqlite'
      ? await sql<Reference>`
          select m.name as child, f."table" as parent
          from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'`.execute(db)
      : await sql<Reference>`
          select c.relname as child, p.relname as parent from pg_constraint k
          join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
          where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace`.execute(db);
  return rows;
}

const together = 50;

/** The rows of a table, fifty at a time (each may be half a megabyte), their values as a backup has them. */
export async function* readRows(db: Connection, engine: Engine, { name, columns }: Table): AsyncGenerator<Row[]> {
  const names = sql.join(columns.map((column) => sql.ref(column.name)));
  const asRow = (found: Record<string, unknown>): Row =>
    columns.map((column) => toBackup(found[column.name], column.type));
  if (engine === 'postgres') {
    await sql`declare heard_rows no scroll cursor for select ${names} from ${sql.table(name)}`.execute(db);
    for (;;) {
      const { rows } = await sql<Record<string, unknown>>`fetch ${sql.lit(together)} from heard_rows`.execute(db);
      if (rows.length === 0) break;
      yield rows.map(asRow);
    }
    await sql`close heard_rows`.execute(db);
    return;
  }
  for (let last = 0; ; ) {
    const { rows } = await sql<Record<string, unknown> & { heardRow: number }>`
      select rowid as ${sql.ref('heardRow')}, ${names} from ${sql.table(name)}
      where rowid > ${last} order by rowid limit ${sql.lit(together)}`.execute(db);
    if (rows.length === 0) return;
    yield rows.map(asRow);
    last = rows.at(-1)?.heardRow ?? last;
  }
}

export async function insertRows(db: Connection, { name, columns }: Table, rows: readonly Row[]): Promise<void> {
  const values = rows.map((row) => sql`(${sql.join(row.map((value, at) => fromBackup(value, columns[at]?.type)))})`);
  const names = sql.join(columns.map((column) => sql.ref(column.name)));
  await sql`insert into ${sql.table(name)} (${names}) values ${sql.join(values)}`.execute(db);
}

/** Takes out what a migration put in by itself: the backup brings its own. */
export async function emptyTables(db: Connection, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables.toReversed()) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) await sql`delete from ${sql.table(name)}`.execute(db);
  }
}

// A kind of value that was never thought of here must not be written as something like it.
function toBackup(value: unknown, type: string): Value {
  if (value === null || typeof value === 'string')
    return type === 'int8' && value !== null ? whole(Number(value)) : value;
  if (typeof value === 'number') return whole(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  throw new Error(`A backup cannot hold a value of the type ${type}.`);
}

function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw new Error('A backup cannot hold this number.');
  return value;
}

function fromBackup(value: Value, type: string | undefined): Value | boolean {
  return type === 'bool' && value !== null ? value === 1 : value;
}

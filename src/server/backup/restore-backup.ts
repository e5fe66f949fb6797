import type { Decrypter } from 'age-encryption';
import type { Connection, Engine, Store } from '../store/database.ts';
import { knownMigrations, listMigrated, migrate } from '../store/migrate.ts';
import { BackupRefused, type Header, type TableBegin, Tally } from './format.ts';
import { readBackup } from './read-backup.ts';
import { emptyTables, insertRows, listTables, readRows, type Table } from './tables.ts';

/** What a backup is, found by reading it to its end. */
export interface Found {
  header: Header;
  secrets: Map<string, string>;
  rows: number;
  tables: number;
}

/** Reads the whole file and writes nothing. Throws `BackupRefused` unless all of it is as it was written. */
export async function lookThrough(file: string, decrypter: Decrypter): Promise<Found> {
  let header: Header | undefined;
  const secrets = new Map<string, string>();
  let [rows, tables] = [0, 0];
  for await (const part of readBackup(file, decrypter)) {
    if ('header' in part) header = part.header;
    if ('secret' in part) secrets.set(part.secret.secret, part.secret.value);
    if ('end' in part) tables += 1;
    if ('whole' in part) rows = part.total;
  }
  if (!header) throw new BackupRefused('This is no backup of Heard.');
  const known = new Set(knownMigrations(header.engine));
  if (!header.migrations.every((name) => known.has(name))) {
    throw new BackupRefused('This backup was made by a newer Heard. Restore it with that version.');
  }
  return { header, secrets, rows, tables };
}

/**
 * Fills an empty database: its tables as they were when the backup was made, then the rows, each table read again and
 * compared, then the migrations that have come since. On PostgreSQL in one transaction; SQLite has a file of its own
 * for it, which is thrown away when this throws.
 *
 * @param check looks at the whole before it counts
 */
export async function fillStore<Result>(
  { db, engine }: Store,
  file: string,
  decrypter: Decrypter,
  { migrations }: Header,
  check: (db: Connection) => Promise<Result>,
): Promise<Result> {
  const fill = async (connection: Connection) => {
    await migrate({ db: connection, engine }, migrations.at(-1));
    const carriedOut = await listMigrated(connection);
    if (carriedOut.join() !== migrations.join()) throw new BackupRefused('This backup was made by another Heard.');
    await within(connection, (trx) => fillTables(trx, engine, file, decrypter));
    await migrate({ db: connection, engine });
    return check(connection);
  };
  return engine === 'postgres' ? db.transaction().execute(fill) : fill(db);
}

function within(db: Connection, work: (trx: Connection) => Promise<void>): Promise<void> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

async function fillTables(db: Connection, engine: Engine, file: string, decrypter: Decrypter): Promise<void> {
  const tables = new Map((await listTables(db, engine)).map((table) => [table.name, table]));
  await emptyTables(db, [...tables.values()]);
  let table: Table | undefined;
  for await (const part of readBackup(file, decrypter)) {
    if ('begin' in part) table = asInBackup(tables.get(part.begin.table), part.begin);
    if ('rows' in part && table) await insertRows(db, table, part.rows);
    if ('end' in part && table) {
      await compare(db, engine, table, part.tally);
      tables.delete(table.name);
    }
  }
  if (tables.size > 0) throw new BackupRefused(`The backup lacks the table ${[...tables.keys()][0]}.`);
}

/** The table as it is here, its columns in the order of the backup. */
function asInBackup(table: Table | undefined, { table: name, columns }: TableBegin): Table {
  const found = columns.flatMap((column) => table?.columns.filter((each) => each.name === column) ?? []);
  if (!table || found.length !== columns.length || found.length !== table.columns.length) {
    throw new BackupRefused(`The table ${name} of the backup is not as it is here.`);
  }
  return { name, columns: found };
}

async function compare(db: Connection, engine: Engine, table: Table, expected: Tally): Promise<void> {
  const tally = new Tally();
  for await (const rows of readRows(db, engine, table)) for (const row of rows) tally.add(row);
  if (tally.rows !== expected.rows || tally.digest !== expected.digest) {
    throw new BackupRefused(`The table ${table.name} did not come back as it was. Nothing was restored.`);
  }
}

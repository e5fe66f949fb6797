import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Connection, Engine, Store } from '../store/database.ts';
import { listMigrated } from '../store/migrate.ts';
import { inOneView } from '../store/one-view.ts';
import { BackupRefused, formatVersion, type Header, type Secret, type TableBegin, Tally } from './format.ts';
import { type BackupKeys, encrypterFor, sealed } from './seal.ts';
import { listTables, readRows } from './tables.ts';

interface Needs {
  store: Store;
  /** What the data folder keeps that the database is of no use without, by name. */
  secrets: ReadonlyMap<string, string>;
  keys: BackupKeys;
  file: string;
  madeAt: string;
}

export interface Written {
  rows: number;
  tables: number;
}

/**
 * Writes everything that the database holds at one moment, while others go on using it. The file is there when it is
 * whole and on the disk, and not before. Throws `BackupRefused`.
 */
export async function writeBackup({ store, secrets, keys, file, madeAt }: Needs): Promise<Written> {
  const encrypter = encrypterFor(keys);
  if (existsSync(file)) throw new BackupRefused(`${file} is there already. A backup never takes the place of another.`);
  const draft = `${file}.partial-${process.pid}`;
  const written: Written = { rows: 0, tables: 0 };
  try {
    await inOneView(store, async (trx) => {
      const gzip = createGzip();
      const feeding = pipeline(Readable.from(linesOf(trx, store.engine, secrets, madeAt, written)), gzip);
      const writing = sealed(gzip, encrypter).then((stream) =>
        pipeline(stream, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true })),
      );
      await bothDone(writing, feeding);
    });
    await rename(draft, file);
    await flushFolder(path.dirname(file));
    return written;
  } catch (error) {
    await rm(draft, { force: true });
    // Of the files that are touched here, only the new one can be at fault.
    if (!isFileError(error)) throw error;
    throw new BackupRefused(whyNot(path.dirname(file), error.code));
  }
}

// Each waits for the other, and ends when the other fails: what is told is which of them failed by itself.
async function bothDone(writing: Promise<void>, feeding: Promise<void>): Promise<void> {
  const [written, fed] = await Promise.allSettled([writing, feeding]);
  if (written.status === 'rejected' && isFileError(written.reason)) throw written.reason;
  if (fed.status === 'rejected') throw fed.reason;
  if (written.status === 'rejected') throw written.reason;
}

async function* linesOf(
  db: Connection,
  engine: Engine,
  secrets: ReadonlyMap<string, string>,
  madeAt: string,
  written: Written,
): AsyncGenerator<string> {
  const migrations = await listMigrated(db);
  yield line({ heard: 'backup', version: formatVersion, madeAt, engine, migrations } satisfies Header);
  for (const [secret, value] of secrets) yield line({ secret, value } satisfies Secret);
  for (const table of await listTables(db, engine)) {
    const tally = new Tally();
    yield line({ table: table.name, columns: table.columns.map(({ name }) => name) } satisfies TableBegin);
    for await (const rows of readRows(db, engine, table)) yield rows.map((row) => `${tally.add(row)}\n`).join('');
    yield line({ end: table.name, rows: tally.rows, digest: tally.digest });
    written.rows += tally.rows;
    written.tables += 1;
  }
  yield line({ end: 'backup', rows: written.rows });
}

function line(said: object): string {
  return `${JSON.stringify(said)}\n`;
}

// A new name is on the disk once its folder is.
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

function whyNot(folder: string, code: string): string {
  // EFBIG: as large as a file may become for this account.
  if (!/^(ENOSPC|EDQUOT|EFBIG)$/.test(code)) return `${folder} cannot be written to (${code}).`;
  return `${folder} is full (${code}), and nothing of this backup was kept. Make room there, or name a file on another disk.`;
}

function isFileError(error: unknown): error is Error & { code: string } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^(ENOSPC|EFBIG|EDQUOT|EACCES|EROFS|ENOENT|ENOTDIR|EISDIR|EIO)$/.test(code);
}

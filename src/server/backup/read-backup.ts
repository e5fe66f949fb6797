import { existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Decrypter } from 'age-encryption';
import {
  AnyHeader,
  BackupEnd,
  BackupRefused,
  formatVersion,
  Header,
  type Row,
  Secret,
  TableBegin,
  TableEnd,
  Tally,
  Values,
} from './format.ts';
import { unsealed } from './seal.ts';

export type Part =
  | { header: Header }
  | { secret: Secret }
  | { begin: TableBegin }
  | { rows: Row[] }
  | { end: string; tally: Tally }
  | { whole: true; total: number };

const together = 50;
const damaged = 'This is no backup of Heard, or it was cut short or altered. Nothing was restored.';

/**
 * What is in a backup, in order, fifty rows at a time. Throws `BackupRefused` where it is not as it was written:
 * before that, its beginning has been given already, so who writes it somewhere reads it once to the end first.
 */
export async function* readBackup(file: string, decrypter: Decrypter): AsyncGenerator<Part> {
  if (!existsSync(file)) throw new BackupRefused(`There is no file ${file}.`);
  try {
    yield* partsOf(linesOf(file, decrypter));
  } catch (error) {
    // Of a file that is wrong, the library, the decompression and the JSON each have words of their own.
    throw error instanceof BackupRefused ? error : new BackupRefused(damaged, { cause: error });
  }
}

async function* linesOf(file: string, decrypter: Decrypter): AsyncGenerator<string> {
  const plain = createGunzip();
  const reading = unsealed(file, decrypter).then((stream) => pipeline(stream, plain));
  // Heard of below, where what was read ends too soon.
  reading.catch((error: unknown) => plain.destroy(error instanceof Error ? error : undefined));
  plain.setEncoding('utf8');
  let rest = '';
  for await (const chunk of plain) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  await reading;
  if (rest !== '') throw new BackupRefused(damaged);
}

async function* partsOf(lines: AsyncGenerator<string>): AsyncGenerator<Part> {
  const first = await lines.next();
  if (first.done) throw new BackupRefused(damaged);
  yield { header: readHeader(JSON.parse(first.value)) };
  const sequence = new Sequence();
  for await (const said of inGroups(lines)) yield sequence.take(said);
  if (!sequence.isWhole) throw new BackupRefused(damaged);
}

type Said =
  | { rows: Row[] }
  | { secret: Secret }
  | { begin: TableBegin }
  | { tableEnd: TableEnd }
  | { whole: true; total: number };

/** Rows that follow one another, fifty at a time, and what stands between them. */
async function* inGroups(lines: AsyncGenerator<string>): AsyncGenerator<Said> {
  let rows: Row[] = [];
  for await (const text of lines) {
    const said: unknown = JSON.parse(text);
    const isRow = Array.isArray(said);
    if (isRow) rows.push(Values.parse(said));
    if (rows.length > 0 && (!isRow || rows.length >= together)) {
      yield { rows };
      rows = [];
    }
    if (!isRow) yield readSaid(said);
  }
  if (rows.length > 0) yield { rows };
}

/** What may follow what: rows in a table, as many and such as its end says, and nothing after the end of all. */
class Sequence {
  isWhole = false;
  #open: { name: string; tally: Tally } | undefined;
  #total = 0;

  take(said: Said): Part {
    if (this.isWhole) throw new BackupRefused(damaged);
    if ('rows' in said) this.#count(said.rows);
    else if ('tableEnd' in said) return this.#endTable(said.tableEnd);
    else if (this.#open) throw new BackupRefused(damaged);
    else if ('begin' in said) this.#open = { name: said.begin.table, tally: new Tally() };
    else if ('whole' in said) this.#endAll(said.total);
    return said;
  }

  #count(rows: readonly Row[]): void {
    if (!this.#open) throw new BackupRefused(damaged);
    for (const row of rows) this.#open.tally.add(row);
    this.#total += rows.length;
  }

  #endTable({ end, rows, digest }: TableEnd): Part {
    const open = this.#open;
    if (open?.name !== end || open.tally.rows !== rows || open.tally.digest !== digest)
      throw new BackupRefused(damaged);
    this.#open = undefined;
    return { end, tally: open.tally };
  }

  #endAll(total: number): void {
    if (this.#total !== total) throw new BackupRefused(damaged);
    this.isWhole = true;
  }
}

function readHeader(said: unknown): Header {
  const { version } = AnyHeader.parse(said);
  if (version > formatVersion) {
    throw new BackupRefused('This backup was made by a newer Heard. Restore it with that version.');
  }
  return Header.parse(said);
}

function readSaid(said: unknown): Said {
  const end = BackupEnd.safeParse(said);
  // A table cannot be named so: it would have a digest.
  if (end.success && !TableEnd.safeParse(said).success) return { whole: true, total: end.data.rows };
  const tableEnd = TableEnd.safeParse(said);
  if (tableEnd.success) return { tableEnd: tableEnd.data };
  const begin = TableBegin.safeParse(said);
  if (begin.success) return { begin: begin.data };
  return { secret: Secret.parse(said) };
}

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { migrate } from '../../src/server/store/migrate.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import { type Measured, median } from './load.ts';

/** The same rows in the same tables, grouped alike and as durable, with nothing around them. */
export async function bareInsert(group: number, seconds: number): Promise<Measured> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heard-bench-'));
  const file = path.join(folder, 'heard.sqlite');
  const store = openSqlite(file);
  await migrate(store);
  await store.close();

  const sqlite = new DatabaseSync(file);
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  const insert = (table: string, columns: number) => {
    const row = `(${Array(columns).fill('?').join(', ')})`;
    return sqlite.prepare(`insert into ${table} values ${Array(group).fill(row).join(', ')}`);
  };
  const [cases, submissions, events] = [insert('cases', 4), insert('submissions', 4), insert('events', 3)];
  const latencies: number[] = [];
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < seconds * 1000) {
    const rows = Array.from({ length: group }, madeUpRow);
    const begun = performance.now();
    sqlite.exec('begin');
    cases.run(...rows.flatMap((row) => row.case));
    submissions.run(...rows.flatMap((row) => row.submission));
    events.run(...rows.flatMap((row) => row.event));
    sqlite.exec('commit');
    latencies.push(performance.now() - begun);
    done += group;
  }
  const perSecond = done / ((performance.now() - started) / 1000);
  sqlite.close();
  rmSync(folder, { recursive: true });
  return { perSecond, p99: percentile(latencies, 0.99) };
}

function madeUpRow(): Record<'case' | 'submission' | 'event', SQLInputValue[]> {
  const id = randomUUID();
  const at = '2026-11-20T21:14:00.000Z';
  const words = 'My worker said she would ring on Tuesday and she did not. '.repeat(9);
  const digest = () => randomBytes(32).toString('base64url');
  const editions = { feedback: 'feedback-2006', statutory: 'statutory-2006', corporate: 'corporate-2026' };
  return {
    case: [id, `H-${randomBytes(6).toString('hex')}`, digest(), at],
    submission: [id, digest(), JSON.stringify({ version: 1, kind: 'complaint', words, voice: 'young-person' }), at],
    event: [id, 1, JSON.stringify({ type: 'received', at, kind: 'complaint', editions })],
  };
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? median(values);
}

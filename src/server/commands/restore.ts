import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { anchorFile, writeAnchor } from '../audit/anchor.ts';
import { recordOperator } from '../audit/operator.ts';
import { type Verdict, verifyChain } from '../audit/verify.ts';
import { BackupRefused } from '../backup/format.ts';
import { type Found, fillStore, lookThrough } from '../backup/restore-backup.ts';
import { decrypterFor } from '../backup/seal.ts';
import { type Config, readConfig } from '../config.ts';
import { sqliteFile } from '../open-store.ts';
import { type AuditHead, findAuditHead } from '../store/audit.ts';
import type { Connection, Store } from '../store/database.ts';
import { isUnavailable } from '../store/failures.ts';
import { isEmptyDatabase } from '../store/is-empty.ts';
import { keepSecrets, listSecrets } from '../store/kept-secret.ts';
import { openPostgres } from '../store/open-postgres.ts';
import { openSqlite } from '../store/open-sqlite.ts';
import { secretsIn } from './given-secrets.ts';
import { runCommand } from './run-command.ts';

/** An index over very many rows may take a while to make, in milliseconds. */
const patience = 3_600_000;
/** Everything was restored, and what was restored had been tampered with before. */
const notWhole = 3;

await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new BackupRefused('npm run restore -- <file>');
  const config = readConfig(process.env);
  const decrypter = decrypterFor(config.backup);
  refuseFilledFolder(config);
  const found = await lookThrough(file, decrypter);
  refuseOtherSecrets(config, found.secrets);
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
  const restored = await restore(config, found, (store, check) =>
    fillStore(store, file, decrypter, found.header, check),
  );
  if (restored.head) await writeAnchor(anchorFile(config.dataFolder), restored.head);
  tell(found, restored.verdict);
});

type Fill = (store: Store, check: (db: Connection) => Promise<Restored>) => Promise<Restored>;

interface Restored {
  verdict?: Verdict;
  /** The end of the record of what staff did, when that is whole. */
  head?: AuditHead;
}

/** The secrets are there when the database counts, and are gone again when it does not come to that. */
async function restore(config: Config, { secrets }: Found, fill: Fill): Promise<Restored> {
  let made: string[] = [];
  const given = secretsIn(config);
  const settle = async (db: Connection) => {
    made = keepSecrets(config.dataFolder, new Map([...secrets].filter(([name]) => !given.get(name))));
    return checkRecord(db, secrets.get('audit-key') ?? config.auditKey);
  };
  try {
    if (config.databaseUrl) return await intoPostgres(config.databaseUrl, (store) => fill(store, settle));
    return await intoSqlite(config, (store) => fill(store, settle));
  } catch (error) {
    for (const secret of made) await rm(secret, { force: true });
    throw error;
  }
}

async function checkRecord(db: Connection, key: string | undefined): Promise<Restored> {
  const head = await findAuditHead(db);
  // None, or one on which no server has started yet.
  if (!key || !head || (head.seq === 0 && head.mac === '')) return {};
  const verdict = await verifyChain(db, key, []);
  // A record that is not whole is left as it is, for whoever looks into it.
  if (!('head' in verdict)) return { verdict };
  return { verdict, head: await recordOperator(db, key, { at: new Date().toISOString(), verb: 'restored' }) };
}

async function intoPostgres<Result>(url: string, fill: (store: Store) => Promise<Result>): Promise<Result> {
  const store = openPostgres(url, () => undefined, patience);
  try {
    if (!(await isEmptyDatabase(store.db))) {
      throw new BackupRefused(
        'The database of DATABASE_URL is not empty. A backup is restored into an empty one only.',
      );
    }
    return await fill(store);
  } finally {
    await store.close();
  }
}

// Under another name until it is whole: a server that starts meanwhile does not find it.
async function intoSqlite<Result>(config: Config, fill: (store: Store) => Promise<Result>): Promise<Result> {
  const draft = `${sqliteFile(config)}.restoring-${process.pid}`;
  const store = openSqlite(draft);
  try {
    const result = await fill(store).finally(() => store.close());
    const handle = await open(draft);
    await handle.sync().finally(() => handle.close());
    await rename(draft, sqliteFile(config));
    return result;
  } catch (error) {
    // A file of our own that nobody else has open: it is the disk.
    if (!isUnavailable(error)) throw error;
    throw new BackupRefused(
      `${config.dataFolder} cannot be written to, or is full. Nothing was restored. Make room there, and restore again.`,
    );
  } finally {
    for (const ending of ['', '-wal', '-shm']) await rm(draft + ending, { force: true });
  }
}

function refuseFilledFolder(config: Config): void {
  const { dataFolder, databaseUrl } = config;
  const there = [anchorFile(dataFolder), ...(databaseUrl ? [] : [sqliteFile(config)])].find((file) => existsSync(file));
  if (!there) return;
  throw new BackupRefused(
    `${path.relative('.', there)} is there already. A backup is restored into an empty place only.`,
  );
}

function refuseOtherSecrets(config: Config, secrets: ReadonlyMap<string, string>): void {
  const kept = listSecrets(config.dataFolder);
  const given = secretsIn(config);
  for (const [name, value] of secrets) {
    const own = given.get(name) ?? kept.get(name);
    if (own === undefined || own === value) continue;
    throw new BackupRefused(
      `The ${name} here is another than the backup's, and the database is of no use without its own. ` +
        `Take the ${name} out of HEARD_DATA/secrets and out of the environment; the backup brings it.`,
    );
  }
}

function tell({ header, rows, tables }: Found, verdict: Verdict | undefined): void {
  console.log(
    `Restored ${rows} rows of ${tables} tables as they were at ${header.madeAt}; each table was read again and compared.`,
  );
  if (verdict && 'head' in verdict) {
    console.log(`The record of what staff did is whole: it ends in ${verdict.head.seq}:${verdict.head.hash}`);
    return;
  }
  if (!verdict) {
    console.error('The backup brings no record of what staff did that could be checked.');
    return;
  }
  console.error('The record of what staff did WAS NOT WHOLE when the backup was made: run "npm run audit:verify".');
  process.exitCode = notWhole;
}

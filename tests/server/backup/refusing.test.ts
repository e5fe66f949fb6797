import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BackupRefused } from '../../../src/server/backup/format.ts';
import { lookThrough } from '../../../src/server/backup/restore-backup.ts';
import { decrypterFor, encrypterFor, newKeys, sealed, unsealed } from '../../../src/server/backup/seal.ts';
import type { Engine } from '../../../src/server/store/database.ts';
import { isEmptyDatabase } from '../../../src/server/store/is-empty.ts';
import { type Ran, runCommand } from '../commands/run-command.ts';
import { addOfficer, ids, openTestDesk, signIn, submit } from '../open-test-desk.ts';
import { temporaryFolder } from '../open-test-store.ts';
import { emptyPlace, filledPlace, keys, type Place } from './places.ts';

const damaged = 'This is no backup of Heard, or it was cut short or altered. Nothing was restored.';

let source: Awaited<ReturnType<typeof filledPlace>>;
let good: string;
let folder: string;
beforeAll(async () => {
  source = await filledPlace('sqlite');
  await addOfficer(source.store);
  const { app } = openTestDesk(source.store);
  await signIn(app);
  // Words that do not compress, so that the file has more chunks than one.
  const words = Array.from({ length: 12 }, () => randomBytes(10_000).toString('base64').slice(0, 13_000));
  for (const [index, text] of words.entries()) {
    await submit(app, `00000000-0000-4000-8000-0000000000${10 + index}`, { words: text });
  }
  folder = temporaryFolder();
  good = path.join(folder, 'good');
  expect((await runCommand('backup', [good], { ...source.settings, ...keys })).code).toBe(0);
});
afterAll(() => source.remove());

/** A file like the good one with other contents, encrypted as well as that one. */
async function otherwise(change: (lines: string[]) => string[]): Promise<string> {
  const pieces = await (await unsealed(good, decrypterFor(keysOf(keys)))).toArray();
  const lines = gunzipSync(Buffer.concat(pieces)).toString('utf8').trimEnd().split('\n');
  const text = change(lines).map((line) => `${line}\n`);
  const file = path.join(folder, randomBytes(6).toString('hex'));
  const made = await sealed(
    Readable.from([gzipSync(text.join(''))]),
    encrypterFor({ ...keysOf(keys), identity: undefined }),
  );
  writeFileSync(file, Buffer.concat(await made.toArray()));
  return file;
}

function keysOf({ HEARD_BACKUP_RECIPIENT, HEARD_BACKUP_IDENTITY }: typeof keys) {
  return { passphrase: undefined, recipients: [HEARD_BACKUP_RECIPIENT], identity: HEARD_BACKUP_IDENTITY };
}

async function expectNothingIn(place: Place): Promise<void> {
  expect(readdirSync(place.dataFolder)).toEqual([]);
  if (place.engine === 'sqlite') return;
  const store = place.open();
  expect(await isEmptyDatabase(store.db)).toBe(true);
  await store.close();
}

async function restored(file: string, engine: Engine, settings: Record<string, string> = keys): Promise<Ran> {
  const place = await emptyPlace(engine);
  const ran = await runCommand('restore', [file], { ...place.settings, ...settings });
  if (ran.code !== 0) await expectNothingIn(place);
  await place.remove();
  return ran;
}

/** What the command hears of a file before it writes anything. */
function whyRefused(file: string): Promise<string> {
  return lookThrough(file, decrypterFor(keysOf(keys))).then(
    () => 'It was accepted.',
    (error: unknown) => (error instanceof BackupRefused ? error.message : `It was not refused: ${error}`),
  );
}

describe('a backup that is not as it was made is refused, and nothing is left behind', () => {
  it('cut short, wherever', async () => {
    const whole = readFileSync(good);
    const file = path.join(folder, 'cut');
    const chunk = 64 * 1024 + 16;
    for (const length of [0, 10, 150, 300, chunk, whole.length - chunk, whole.length - 17, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length));
      expect(await whyRefused(file), `${length} bytes`).toBe(damaged);
    }
    expect(await restored(file, 'sqlite')).toEqual({ code: 1, output: `${damaged}\n` });
  });

  it('altered, wherever', async () => {
    const whole = readFileSync(good);
    const file = path.join(folder, 'altered');
    for (const place of [5, whole.indexOf('---') + 10, 400, Math.floor(whole.length / 2), whole.length - 1]) {
      const altered = Buffer.from(whole);
      altered[place] = (altered[place] ?? 0) ^ 1;
      writeFileSync(file, altered);
      expect(await whyRefused(file), `at ${place}`).toBe(damaged);
    }
    writeFileSync(file, Buffer.concat([whole, whole]));
    expect(await whyRefused(file)).toBe(damaged);
    writeFileSync(file, 'Dear Sir or Madam');
    expect(await whyRefused(file)).toBe(damaged);
  });

  it('well encrypted but with other contents', async () => {
    const isRow = (line: string) => line.startsWith('[');
    const changes: [string, (lines: string[]) => string[]][] = [
      ['a row is missing', (lines) => lines.filter((_, at) => at !== lines.findIndex(isRow))],
      [
        'a row is there twice',
        (lines) => lines.flatMap((line, at) => (at === lines.findIndex(isRow) ? [line, line] : [line])),
      ],
      ['a row is another', (lines) => lines.map((line) => line.replace('"Jo Bloggs"', '"Sam Okafor"'))],
      ['the end is missing', (lines) => lines.slice(0, -1)],
      ['something follows the end', (lines) => [...lines, '{"end":"backup","rows":0}']],
      ['a line is no JSON', (lines) => [...lines.slice(0, 4), 'x', ...lines.slice(4)]],
      ['there is nothing in it', () => []],
    ];
    for (const [what, change] of changes) {
      expect(await whyRefused(await otherwise(change)), what).toBe(damaged);
    }
  });

  it.each<Engine>(['sqlite', 'postgres'])('without one of its tables, on %s', async (engine) => {
    const lacking = await otherwise((lines) => {
      const from = lines.findIndex((line) => line.startsWith('{"table":"helperKeys"'));
      return lines.filter((_, at) => at !== from && at !== from + 1);
    });
    expect(await restored(lacking, engine)).toEqual({ code: 1, output: 'The backup lacks the table helperKeys.\n' });
  });

  it('made by a newer Heard', async () => {
    const newer = 'This backup was made by a newer Heard. Restore it with that version.';
    const format = await otherwise((lines) =>
      lines.map((line) => line.replace('"version":1', '"version":2,"more":{}')),
    );
    expect(await whyRefused(format)).toBe(newer);
    const migrated = await otherwise((lines) =>
      lines.map((line) => line.replace(/("\d{4}-[\w-]+")\]/, '$1,"9999-later"]')),
    );
    expect(await whyRefused(migrated)).toBe(newer);
    expect(await restored(migrated, 'postgres')).toEqual({ code: 1, output: `${newer}\n` });
  });

  it('made for another key, or with another passphrase', async () => {
    const wrong = { code: 1, output: 'The passphrase or key is not the one this backup was made for.\n' };
    const { identity } = await newKeys();
    expect(await restored(good, 'sqlite', { HEARD_BACKUP_IDENTITY: identity })).toEqual(wrong);
    const passphrase = 'a long walk by the river Severn';
    const file = path.join(folder, 'with-passphrase');
    const settings = { ...source.settings, HEARD_BACKUP_PASSPHRASE: passphrase };
    expect((await runCommand('backup', [file], settings)).code).toBe(0);
    expect(await restored(file, 'sqlite', { HEARD_BACKUP_PASSPHRASE: `${passphrase}s` })).toEqual(wrong);
    expect((await restored(file, 'sqlite', { HEARD_BACKUP_PASSPHRASE: passphrase })).code).toBe(0);
  }, 60_000);

  it('with no key at all, or none that is one, which is not repeated', async () => {
    expect((await restored(good, 'sqlite', {})).output).toMatch(
      /^Set HEARD_BACKUP_PASSPHRASE, or HEARD_BACKUP_IDENTITY/,
    );
    const output = 'HEARD_BACKUP_IDENTITY is not a private key such as AGE-SECRET-KEY-1….\n';
    expect(await restored(good, 'sqlite', { HEARD_BACKUP_IDENTITY: 'AGE-SECRET-KEY-1X' })).toEqual({ code: 1, output });
    expect((await restored(path.join(folder, 'nothing'), 'sqlite')).output).toMatch(/^There is no file /);
  });
});

describe('a place that is not empty is refused', () => {
  it('with a database in it, which stays as it is', async () => {
    for (const engine of ['sqlite', 'postgres'] as const) {
      const place = await filledPlace(engine);
      await submit(openTestDesk(place.store).app, ids.first);
      const { code, output } = await runCommand('restore', [good], { ...place.settings, ...keys });
      expect(code).toBe(1);
      expect(output).toMatch(/empty (place|one) only\.\n$/);
      const { rows } = await sql<{ n: number | string }>`select count(*) as n from cases`.execute(place.store.db);
      expect(Number(rows[0]?.n)).toBe(1);
      expect(existsSync(path.join(place.dataFolder, 'secrets'))).toBe(false);
      await place.remove();
    }
  });

  it('with the secrets of another, or the end of another record', async () => {
    const place = await emptyPlace('sqlite');
    mkdirSync(path.join(place.dataFolder, 'secrets'));
    const secret = path.join(place.dataFolder, 'secrets', 'auth-secret');
    writeFileSync(secret, 'another');
    const ran = await runCommand('restore', [good], { ...place.settings, ...keys });
    expect(ran).toEqual({
      code: 1,
      output: expect.stringMatching(/^The auth-secret here is another than the backup's/),
    });
    expect(readFileSync(secret, 'utf8')).toBe('another');
    const other = { HEARD_AUDIT_KEY: 'x'.repeat(32), ...keys };
    expect((await restored(good, 'sqlite', other)).output).toMatch(/^The audit-key here is another/);
    writeFileSync(path.join(place.dataFolder, 'audit-head.json'), '{}');
    expect((await runCommand('restore', [good], { ...place.settings, ...keys })).output).toMatch(
      /audit-head\.json is there/,
    );
  });
});

describe('a backup that cannot be made is said, and leaves no file', () => {
  const backup = (file: string, settings: Record<string, string>) => runCommand('backup', [file], settings);

  it('without a key, with two, with a short passphrase or a wrong key', async () => {
    const file = path.join(folder, 'none');
    const passphrase = { HEARD_BACKUP_PASSPHRASE: 'long enough for a passphrase' };
    for (const [settings, said] of [
      [{}, /^Set HEARD_BACKUP_RECIPIENT .* or else HEARD_BACKUP_PASSPHRASE; not both\./],
      [{ ...passphrase, ...keys }, /not both\./],
      [{ HEARD_BACKUP_PASSPHRASE: 'short' }, /^HEARD_BACKUP_PASSPHRASE must have at least 16 characters\.\n$/],
      [{ HEARD_BACKUP_RECIPIENT: 'age1nobody' }, /^HEARD_BACKUP_RECIPIENT is not a public key such as age1….\n$/],
    ] as const) {
      expect(await backup(file, { ...source.settings, ...settings })).toEqual({
        code: 1,
        output: expect.stringMatching(said),
      });
    }
    expect(existsSync(file)).toBe(false);
  });

  it('over another file, into a folder that is not there, of a database that is not there', async () => {
    const settings = { ...source.settings, ...keys };
    const before = readFileSync(good);
    expect((await backup(good, settings)).output).toMatch(/good is there already/);
    expect(readFileSync(good).equals(before)).toBe(true);
    expect((await backup('/no/such/folder/file', settings)).output).toBe(
      '/no/such/folder cannot be written to (ENOENT).\n',
    );
    const nowhere = { HEARD_DATA: temporaryFolder(), ...keys };
    expect((await backup(path.join(folder, 'none'), nowhere)).output).toMatch(/^There is no database in /);
    // With the settings of another machine's cron, say: the database alone would open for nobody.
    const {
      HEARD_AUTH_SECRET,
      HEARD_AUDIT_KEY: _,
      ...forgotten
    } = { HEARD_AUTH_SECRET: '', HEARD_AUDIT_KEY: '', ...settings };
    expect(await backup(path.join(folder, 'none'), { ...forgotten, HEARD_AUTH_SECRET })).toEqual({
      code: 1,
      output: expect.stringMatching(/^There is no audit-key here/),
    });
    expect(readdirSync(folder).filter((name) => name.includes('partial') || name === 'none')).toEqual([]);
  });
});

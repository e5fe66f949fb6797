import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anchorFile, keepAnchor, readAnchor } from '../../../src/server/audit/anchor.ts';
import { appendActs } from '../../../src/server/audit/chain.ts';
import type { Store } from '../../../src/server/store/database.ts';
import { openTestSqlite, temporaryFolder } from '../open-test-store.ts';
import { auditKey, friday } from '../test-app.ts';
import { headOf } from './chain-of.ts';

let store: Store;
let file: string;
let said: string[];
beforeEach(async () => {
  store = await openTestSqlite();
  file = anchorFile(temporaryFolder());
  said = [];
});
afterEach(() => store.close());

const act = { at: friday, staff: null, verb: 'seen', caseId: null, details: {} };
const add = (db = store.db) => db.transaction().execute((trx) => appendActs(trx, auditKey, [act]));

function keeper() {
  const log = (kind: string) => (_: object, message?: string) => void said.push(`${kind}: ${message}`);
  const needs = { file, db: store.db, key: auditKey, every: 5 };
  return keepAnchor({ ...needs, log: { error: log('error'), warn: log('warn') } });
}

it('the end of the chain is noted beside the database, for this account of the machine alone', async () => {
  const anchor = keeper();
  for (let index = 0; index < 20; index += 1) anchor.note(await add());
  await anchor.stop();
  expect(readAnchor(file, auditKey)).toEqual(await headOf(store));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(said).toEqual([]);
});

it('an older end never takes the place of a newer one', async () => {
  const [older, newer] = [await add(), await add()];
  for (const head of [newer, older]) {
    const anchor = keeper();
    anchor.note(head);
    await anchor.stop();
  }
  expect(readAnchor(file, auditKey)).toEqual(newer);
});

it('one that the chain no longer fits stays as it is, as evidence, and is said', async () => {
  const first = keeper();
  first.note(await add());
  await first.stop();
  const before = readFileSync(file, 'utf8');
  const other = await openTestSqlite();
  const head = await add(other.db).then(() => add(other.db));
  await other.close();
  await store.close();
  store = await openTestSqlite();
  const second = keeper();
  second.note(head);
  await second.stop();
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(said).toEqual([expect.stringMatching(/^error: THE RECORD OF WHAT STAFF DID NO LONGER FITS/)]);
});

it('what is not ours is told from what is missing', async () => {
  expect(readAnchor(file, auditKey)).toBeUndefined();
  const anchor = keeper();
  anchor.note(await add());
  await anchor.stop();
  expect(readAnchor(file, 'another key, which did not seal this one')).toBe('broken');
  const { hash } = JSON.parse(readFileSync(file, 'utf8')) as { hash: string };
  for (const text of ['', 'x', '{}', JSON.stringify({ seq: 0, hash, mac: '' })]) {
    writeFileSync(file, text);
    expect(readAnchor(file, auditKey), text).toBe('broken');
  }
});

it('a folder that cannot be written to is said, and holds nobody up', async () => {
  file = anchorFile('/no/such/folder');
  const anchor = keeper();
  anchor.note(await add());
  await anchor.stop();
  expect(existsSync(file)).toBe(false);
  expect(said).toEqual([expect.stringMatching(/^warn: the end of the record .* could not be noted/)]);
});

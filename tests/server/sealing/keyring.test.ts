import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { firstKeys, readKeys, rotatedKeys } from '../../../src/server/sealing/key-set.ts';
import { openKeyring } from '../../../src/server/sealing/keyring.ts';
import { replaceSecret } from '../../../src/server/store/kept-secret.ts';

const now = () => '2026-11-20T10:00:00.000Z';
const made: string[] = [];
let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(path.join(os.tmpdir(), 'heard-keys-'));
  made.push(dataFolder);
});
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

const file = () => path.join(dataFolder, 'secrets', 'sealing-keys');
const open = (sealingKeys?: string) => openKeyring({ dataFolder, sealingKeys }, now);

test('the first start makes a key, for the server’s account alone, and the next one finds it', () => {
  const { kid } = open().current().publicKey;
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(open().current().publicKey.kid).toBe(kid);
  expect(readKeys(readFileSync(file(), 'utf8')).current.publicKey.kid).toBe(kid);
});

test('two that start at once agree', () => {
  expect(new Set([open(), open(), open()].map((each) => each.current().publicKey.kid)).size).toBe(1);
});

test('a key that is rotated beside a server that runs is in use at once, and the one of before still opens', () => {
  const keyring = open();
  const before = keyring.current().publicKey.kid;
  replaceSecret(dataFolder, 'sealing-keys', rotatedKeys(readFileSync(file(), 'utf8'), now()));
  const after = keyring.current().publicKey.kid;
  expect(after).not.toBe(before);
  expect(keyring.find(before)?.retired).toBe(now());
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

test('something sealed to a key that another process has just put in use is opened', () => {
  const keyring = open();
  const rotated = rotatedKeys(readFileSync(file(), 'utf8'), now());
  replaceSecret(dataFolder, 'sealing-keys', rotated);
  const { kid } = readKeys(rotated).current.publicKey;
  expect(keyring.find(kid)?.publicKey.kid).toBe(kid);
});

test('a file that is spoilt or taken away beside a server that runs changes nothing for it', () => {
  const keyring = open();
  const { kid } = keyring.current().publicKey;
  writeFileSync(file(), 'spoilt');
  expect(keyring.current().publicKey.kid).toBe(kid);
  rmSync(file());
  expect(keyring.find(kid)?.publicKey.kid).toBe(kid);
});

test('keys from the environment are used, and nothing is written', () => {
  const given = firstKeys(now());
  expect(open(given).current().publicKey).toEqual(readKeys(given).current.publicKey);
  expect(() => statSync(file())).toThrow('ENOENT');
});

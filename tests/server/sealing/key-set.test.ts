import { createHash } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  firstKeys,
  KeysUnusable,
  keysBeforeTelling,
  readKeys,
  rotatedKeys,
} from '../../../src/server/sealing/key-set.ts';

const [made, rotated, again] = ['2026-11-20T10:00:00.000Z', '2027-11-20T10:00:00.000Z', '2028-11-20T10:00:00.000Z'];

test('the first key is in use, and named by the thumbprint that the standard has for it', async () => {
  const { current, all } = readKeys(firstKeys(made));
  expect([...all.values()]).toEqual([current]);
  const { kid, ...key } = current.publicKey;
  expect(kid).toBe(await calculateJwkThumbprint(key));
  expect(current).toMatchObject({ made, retired: undefined });
  expect(JSON.stringify(current.publicKey)).not.toContain('"d"');
});

test('the fingerprint is the beginning of that thumbprint, to be read out', () => {
  const { publicKey, fingerprint } = readKeys(firstKeys(made)).current;
  const { x, y } = publicKey;
  const whole = createHash('sha256').update(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`).digest('hex');
  expect(fingerprint).toMatch(/^([0-9A-F]{4} ){4}[0-9A-F]{4}$/);
  expect(whole.toUpperCase().startsWith(fingerprint.replaceAll(' ', ''))).toBe(true);
});

test('rotating puts a new key in use, and keeps every one of before with the day on which it was retired', () => {
  const first = firstKeys(made);
  const second = rotatedKeys(first, rotated);
  const { current, all } = readKeys(rotatedKeys(second, again));
  expect([...all.values()].map((each) => [each.made, each.retired])).toEqual([
    [again, undefined],
    [rotated, again],
    [made, rotated],
  ]);
  expect(all.get(readKeys(first).current.publicKey.kid)?.publicKey).toEqual(readKeys(first).current.publicKey);
  expect(current.made).toBe(again);
});

test('the step before a rotation opens with the new key, and still has the old one in use', () => {
  const first = rotatedKeys(firstKeys(made), rotated);
  const then = rotatedKeys(first, again);
  const before = readKeys(keysBeforeTelling(first, then));
  expect(before.current).toEqual(readKeys(first).current);
  expect([...before.all.keys()].sort()).toEqual([...readKeys(then).all.keys()].sort());
});

test('no two keys are alike', () => {
  expect(readKeys(firstKeys(made)).current.publicKey.kid).not.toBe(readKeys(firstKeys(made)).current.publicKey.kid);
});

describe('keys that were altered are not used, and not repeated in what is said of it', () => {
  const { keys } = JSON.parse(firstKeys(made));
  const [key] = keys;
  const other = JSON.parse(firstKeys(made)).keys[0];
  test.each<[string, unknown]>([
    ['no key', { keys: [] }],
    ['nothing in use', { keys: [{ ...key, retired: made }] }],
    ['two in use', { keys: [key, other] }],
    ['the name of another', { keys: [{ ...key, kid: other.kid }] }],
    ['the private half of another', { keys: [{ ...key, d: other.d, x: key.x.replace(/^./, 'A') }] }],
    ['no private half', { keys: [{ ...key, d: undefined }] }],
    ['another curve', { keys: [{ ...key, crv: 'P-384' }] }],
    ['a list', [key]],
  ])('%s', (_, kept) => {
    expect(() => readKeys(JSON.stringify(kept))).toThrow(KeysUnusable);
    expect(() => readKeys(JSON.stringify(kept))).not.toThrow(key.d);
  });

  test('no JSON', () => expect(() => readKeys('sealing')).toThrow(KeysUnusable));
});

import { expect, test } from 'vitest';
import { newFollowKey, sha256 } from '../../src/device/keys.ts';
import { FollowKey, Sha256 } from '../../src/domain/keys.ts';

const bytesOf = (base64url: string) => atob(base64url.replaceAll('-', '+').replaceAll('_', '/')).length;

test('a follow key is 128 bits in the shape the council takes', () => {
  const key = newFollowKey();
  expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(bytesOf(key)).toBe(16);
  expect(FollowKey.safeParse(key).success).toBe(true);
});

test('ten thousand follow keys are ten thousand, and every bit of them is chance', () => {
  const keys = Array.from({ length: 10_000 }, newFollowKey);
  expect(new Set(keys).size).toBe(10_000);
  const ones = Array.from({ length: 128 }, () => 0);
  for (const key of keys) {
    const bytes = atob(key.replaceAll('-', '+').replaceAll('_', '/'));
    for (const bit of ones.keys()) ones[bit] = (ones[bit] ?? 0) + ((bytes.charCodeAt(bit >> 3) >> (bit & 7)) & 1);
  }
  // Ten standard deviations from half: a bit that is never or always set is far outside.
  for (const count of ones) expect(Math.abs(count - 5000)).toBeLessThan(500);
});

// FIPS 180-2's own examples in base64url, and one that is not ASCII, as Node's crypto has it.
test.each([
  ['', '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'],
  ['abc', 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0'],
  ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', 'JI1qYdIGOLjlwCaTDD5gOaM85Flk_yFn9uzt1BnbBsE'],
  ['Ąж漢😀\n', 'uj_K6oqjdCxp3yide8S3XfzzBj0m6U-8D5rK4r14YJw'],
])('SHA-256 of "%s"', async (text, digest) => {
  expect(await sha256(text)).toBe(digest);
  expect(Sha256.safeParse(digest).success).toBe(true);
});

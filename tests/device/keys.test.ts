import { expect, test } from 'vitest';
import { newFollowKey, newPictureKey, sha256 } from '../../src/device/keys.ts';
import { FollowKey, Sha256 } from '../../src/domain/keys.ts';
import { PictureKey } from '../../src/domain/picture-key.ts';

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

test('a picture key is seven different pictures, and every picture is as likely in every place', () => {
  const draws = 20_000;
  const seen = Array.from({ length: 7 }, () => Array.from({ length: 256 }, () => 0));
  for (let draw = 0; draw < draws; draw += 1) {
    const key = newPictureKey();
    if (!PictureKey.safeParse(key).success) expect.fail('This is no picture key.');
    for (const [place, picture] of key.entries()) {
      const counts = seen[place] ?? [];
      counts[picture] = (counts[picture] ?? 0) + 1;
    }
  }
  // Chi-squared with 255 degrees of freedom: 255 is usual, 480 is ten standard deviations more.
  for (const counts of seen) {
    const usual = draws / 256;
    expect(counts.reduce((sum, count) => sum + (count - usual) ** 2 / usual, 0)).toBeLessThan(480);
  }
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

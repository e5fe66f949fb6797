import { expect, test } from 'vitest';
import { lockLength, lockPictures } from '../../src/domain/lock-pictures.ts';

test('sixteen different pictures, each of the 256, make 65,536 locks', () => {
  expect(new Set(lockPictures).size).toBe(16);
  expect(lockPictures).not.toContain(-1);
  expect(lockPictures.length ** lockLength).toBe(65_536);
});

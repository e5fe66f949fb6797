import { afterEach, expect, test } from 'vitest';
import { forgetOwnLook, inOneLine, keepOwnLook, letterings, readOwnLook, sizes } from '../../src/device/own-look.ts';

afterEach(forgetOwnLook);

test.each(sizes.flatMap((size) => letterings.map((letters) => ({ size, letters }))))(
  '$size and $letters are kept as they were chosen',
  (look) => {
    keepOwnLook(look);
    expect(readOwnLook()).toEqual(look);
    expect(inOneLine(look)).toBe(`${look.size} ${look.letters}`);
  },
);

test('nothing kept, and what nobody knows, is the usual', () => {
  expect(readOwnLook()).toEqual({ size: 'normal', letters: 'normal' });
  localStorage.setItem('heard-look', 'huge gothic');
  expect(readOwnLook()).toEqual({ size: 'normal', letters: 'normal' });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { forgetEverything } from '../../src/device/forget.ts';
import { keepOwnLanguage, ownLanguageKey, readOwnLanguage } from '../../src/device/own-language.ts';
import { forgetEverything as startAfresh } from './this-device.ts';

beforeEach(startAfresh);

describe('the language chosen on this phone', () => {
  test('is kept, and another takes its place', () => {
    keepOwnLanguage('cy', 'en');
    keepOwnLanguage('ar', 'en');
    expect(readOwnLanguage()).toBe('ar');
  });

  test('leaves nothing behind when it is that of the built pages: none of them waits for it', () => {
    keepOwnLanguage('ar', 'en');
    keepOwnLanguage('en', 'en');
    expect(localStorage.getItem(ownLanguageKey)).toBeNull();
    expect(readOwnLanguage()).toBeUndefined();
  });

  test('goes with everything else that is forgotten', async () => {
    keepOwnLanguage('ar', 'en');
    await forgetEverything();
    expect(readOwnLanguage()).toBeUndefined();
  });
});

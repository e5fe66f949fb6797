import { expect, it } from 'vitest';
import { isSameSecret } from '../../../src/server/web/same-secret.ts';

it.each([
  ['the same', 'a secret', 'a secret', true],
  ['one letter off', 'a secret', 'a secres', false],
  ['shorter', 'a secre', 'a secret', false],
  ['longer', 'a secret!', 'a secret', false],
  ['as long in letters, and not in bytes', 'é secret', 'a secret', false],
  ['nothing', '', 'a secret', false],
])('%s', (_, given, right, same) => expect(isSameSecret(given, right)).toBe(same));

import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { keptAuthSecret } from '../../../src/server/people/auth-secret.ts';

it('makes the secret once, for the operator alone, and leaves nothing else behind', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'heard-secret-'));
  const made = keptAuthSecret(folder);
  expect(made).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(keptAuthSecret(folder)).toBe(made);
  expect(readdirSync(path.join(folder, 'secrets'))).toEqual(['auth-secret']);
  expect(statSync(path.join(folder, 'secrets', 'auth-secret')).mode & 0o777).toBe(0o600);
});

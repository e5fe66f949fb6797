import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findSecret, keptSecret } from '../../../src/server/store/kept-secret.ts';

it('makes a secret once, for the operator alone, and leaves nothing else behind', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'heard-secret-'));
  expect(findSecret(folder, 'auth-secret')).toBeUndefined();
  const made = keptSecret(folder, 'auth-secret');
  expect(made).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(keptSecret(folder, 'auth-secret')).toBe(made);
  expect(findSecret(folder, 'auth-secret')).toBe(made);
  expect(readdirSync(path.join(folder, 'secrets'))).toEqual(['auth-secret']);
  expect(statSync(path.join(folder, 'secrets', 'auth-secret')).mode & 0o777).toBe(0o600);
});

it('makes another one under another name', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'heard-secret-'));
  expect(keptSecret(folder, 'audit-key')).not.toBe(keptSecret(folder, 'auth-secret'));
});

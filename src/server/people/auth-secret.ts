import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The secret that signs the staff's sessions, made at the first start and kept in the data folder for the operator's
 * eyes only. Several processes on one PostgreSQL do not share a folder: give them `HEARD_AUTH_SECRET` instead.
 */
export function keptAuthSecret(dataFolder: string): string {
  const folder = path.join(dataFolder, 'secrets');
  const file = path.join(folder, 'auth-secret');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return read(file) ?? make(file);
}

// Linked into place whole, so that two first starts in one moment agree, and one cut short leaves no half secret.
function make(file: string): string {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8').trim();
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

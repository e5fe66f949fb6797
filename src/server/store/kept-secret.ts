import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** The secrets that Heard makes for itself at the first start, when the operator has given none. */
export type SecretName = 'auth-secret' | 'audit-key' | 'picture-pepper' | 'sealing-keys';

/** Where they lie: readable by this account of the machine alone. */
export function secretsFolder(dataFolder: string): string {
  return path.join(dataFolder, 'secrets');
}

/** The secret of this name, made now if there is none yet: 256 random bits, base64url, unless it is said how. */
export function keptSecret(dataFolder: string, name: SecretName, how = randomSecret): string {
  const folder = secretsFolder(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return findSecret(dataFolder, name) ?? make(path.join(folder, name), how());
}

/** Puts another secret in the place of the one that is there, in one step: whoever reads meanwhile finds either. */
export function replaceSecret(dataFolder: string, name: SecretName, value: string): void {
  const file = path.join(secretsFolder(dataFolder), name);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, value, { mode: 0o600, flush: true });
  renameSync(draft, file);
  flushFolder(path.dirname(file));
}

/** The secret of this name, if one was made. */
export function findSecret(dataFolder: string, name: SecretName): string | undefined {
  try {
    return readFileSync(path.join(secretsFolder(dataFolder), name), 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

function make(file: string, value: string): string {
  makeWith(file, value);
  return readFileSync(file, 'utf8').trim();
}

// Linked into place whole, so that two first starts in one moment agree, and one cut short leaves no half secret.
function makeWith(file: string, value: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, value, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  // The folder of secrets may be as new as what lies in it.
  flushFolder(path.dirname(file));
  flushFolder(path.dirname(path.dirname(file)));
}

// A new name is on the disk once its folder is. A key to which phones seal must not be gone after a power cut: what was
// sealed to it would never be opened. Windows keeps names by itself, and cannot be asked.
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const open = openSync(folder, 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** Every secret that is kept, by name. */
export function listSecrets(dataFolder: string): Map<string, string> {
  const folder = secretsFolder(dataFolder);
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => /^[a-z][a-z0-9-]*$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8').trim()]));
}

/** Puts secrets back that came from a backup. One that is there already stays as it is. Gives the files that are new. */
export function keepSecrets(dataFolder: string, secrets: ReadonlyMap<string, string>): string[] {
  mkdirSync(secretsFolder(dataFolder), { recursive: true, mode: 0o700 });
  const missing = [...secrets].filter(([name]) => !existsSync(path.join(secretsFolder(dataFolder), name)));
  return missing.map(([name, value]) => {
    const file = path.join(secretsFolder(dataFolder), name);
    makeWith(file, value);
    return file;
  });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

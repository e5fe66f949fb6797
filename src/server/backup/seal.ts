import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { BackupRefused } from './format.ts';

/**
 * Backups are files of the age format (https://age-encryption.org/v1), which encrypts in chunks of 64 KiB, each
 * authenticated with its place and the last one marked: nothing that was cut, moved or altered is taken for whole.
 * Without Heard, `age -d backup | gunzip` opens one.
 */
export interface BackupKeys {
  passphrase: string | undefined;
  /** Public keys, `age1…`: who makes backups with these alone cannot read them. */
  recipients: string[];
  /** The private one, `AGE-SECRET-KEY-1…`, for restoring. */
  identity: string | undefined;
}

const shortestPassphrase = 16;

/** Throws `BackupRefused` when no way to encrypt was given, or two. */
export function encrypterFor({ passphrase, recipients }: BackupKeys): Encrypter {
  const encrypter = new Encrypter();
  if ((passphrase !== undefined) === recipients.length > 0) {
    throw new BackupRefused(
      'Set HEARD_BACKUP_RECIPIENT to a public key (age1…), or else HEARD_BACKUP_PASSPHRASE; not both. ' +
        '"npm run backup -- --new-key" makes a pair of keys.',
    );
  }
  if (passphrase !== undefined) {
    if (passphrase.length < shortestPassphrase) {
      throw new BackupRefused(`HEARD_BACKUP_PASSPHRASE must have at least ${shortestPassphrase} characters.`);
    }
    encrypter.setPassphrase(passphrase);
  }
  for (const recipient of recipients) {
    saying('HEARD_BACKUP_RECIPIENT is not a public key such as age1….', () => encrypter.addRecipient(recipient));
  }
  return encrypter;
}

export function decrypterFor({ passphrase, identity }: BackupKeys): Decrypter {
  if (passphrase === undefined && identity === undefined) {
    throw new BackupRefused(
      'Set HEARD_BACKUP_PASSPHRASE, or HEARD_BACKUP_IDENTITY to the private key (AGE-SECRET-KEY-1…).',
    );
  }
  const decrypter = new Decrypter();
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase);
  if (identity !== undefined) {
    saying('HEARD_BACKUP_IDENTITY is not a private key such as AGE-SECRET-KEY-1….', () =>
      decrypter.addIdentity(identity),
    );
  }
  return decrypter;
}

// What the library says of a key may hold the key.
function saying(message: string, add: () => void): void {
  try {
    add();
  } catch {
    throw new BackupRefused(message);
  }
}

/** A new pair: what is kept far away from the server, and what the server may have. */
export async function newKeys(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

export async function sealed(plain: Readable, encrypter: Encrypter): Promise<Readable> {
  // Two descriptions of one thing: Node's own, and the one that the library names.
  const web = Readable.toWeb(plain) as unknown as globalThis.ReadableStream<Uint8Array>;
  return Readable.fromWeb((await encrypter.encrypt(web)) as unknown as ReadableStream<Uint8Array>);
}

/** What is in the file, decrypted. Throws `BackupRefused` when it is not for this key. */
export async function unsealed(file: string, decrypter: Decrypter): Promise<Readable> {
  const web = Readable.toWeb(createReadStream(file)) as unknown as globalThis.ReadableStream<Uint8Array>;
  try {
    return Readable.fromWeb((await decrypter.decrypt(web)) as unknown as ReadableStream<Uint8Array>);
  } catch (error) {
    if (!(error instanceof Error && /no identity matched/.test(error.message))) throw error;
    throw new BackupRefused('The passphrase or key is not the one this backup was made for.');
  }
}

import type { Saved } from './hidden.ts';
import type { Lock, Sealed } from './lock.ts';

/**
 * Sealing for a lock. Loaded only where there is one. JWE (RFC 7516) by jose: what is written with ECDH-ES on P-256
 * and AES-256-GCM, the private key with PBES2, which is PBKDF2 with SHA-256.
 */
const jose = async () => {
  const { CompactEncrypt, compactDecrypt, importJWK, generateKeyPair, exportJWK } = await import('jose');
  return { CompactEncrypt, compactDecrypt, importJWK, generateKeyPair, exportJWK };
};

const sealing = { alg: 'ECDH-ES', enc: 'A256GCM' } as const;
const wrapping = { alg: 'PBES2-HS256+A128KW', enc: 'A256GCM' } as const;

/** What OWASP asks of PBKDF2 with SHA-256 in 2023: a third of a second on this machine, two on a phone six times slower. */
export const rounds = 600_000;

/** Something as it is kept under a lock. */
export async function sealed(open: Saved, lock: Lock): Promise<Sealed> {
  const { CompactEncrypt, importJWK } = await jose();
  const { id, revision } = open;
  const jwe = await new CompactEncrypt(bytesOf(JSON.stringify(open)))
    .setProtectedHeader({ ...sealing, kid: lock.id })
    .encrypt(await importJWK(lock.publicKey, sealing.alg));
  return { id, revision, lock: lock.id, sealed: jwe };
}

/** What was sealed; nothing when it was sealed for another key, or is not whole. */
export async function unsealed({ sealed: jwe }: Sealed, key: CryptoKey): Promise<Saved | undefined> {
  const { compactDecrypt } = await jose();
  const opened = await compactDecrypt(jwe, key).catch(() => undefined);
  return opened && JSON.parse(textOf(opened.plaintext));
}

/** A new lock, and the key that opens it, to be held in memory. */
export async function newLock(pictures: readonly number[]): Promise<{ lock: Lock; key: CryptoKey }> {
  const { generateKeyPair, exportJWK } = await jose();
  const pair = await generateKeyPair(sealing.alg, { crv: 'P-256', extractable: true });
  const { d, ...publicKey } = await exportJWK(pair.privateKey);
  const secret = JSON.stringify({ ...publicKey, d });
  const { kty = '', crv = '', x = '', y = '' } = publicKey;
  const lock: Lock = {
    id: crypto.randomUUID(),
    publicKey: { kty, crv, x, y },
    wrapped: await wrapped(secret, pictures),
    wrong: 0,
    notBefore: 0,
  };
  return { lock, key: await keyFrom(secret) };
}

/** Wraps a private key, given as the text that `unwrapped` gives, with pictures. Slow, so that guessing is. */
export async function wrapped(secret: string, pictures: readonly number[]): Promise<string> {
  const { CompactEncrypt } = await jose();
  return new CompactEncrypt(bytesOf(secret))
    .setProtectedHeader(wrapping)
    .setKeyManagementParameters({ p2c: rounds })
    .encrypt(passwordOf(pictures));
}

/** The private key as text; nothing when the pictures are others. */
export async function unwrapped({ wrapped: jwe }: Lock, pictures: readonly number[]): Promise<string | undefined> {
  const { compactDecrypt } = await jose();
  const allowed = { keyManagementAlgorithms: [wrapping.alg], maxPBES2Count: rounds };
  const opened = await compactDecrypt(jwe, passwordOf(pictures), allowed).catch(() => undefined);
  return opened && textOf(opened.plaintext);
}

/** For this page's memory: it cannot be taken out of it again. */
export async function keyFrom(secret: string): Promise<CryptoKey> {
  const { importJWK } = await jose();
  const key = await importJWK(JSON.parse(secret), sealing.alg, { extractable: false });
  if (!(key instanceof CryptoKey)) throw new Error('Not a private key.');
  return key;
}

function passwordOf(pictures: readonly number[]): Uint8Array {
  return bytesOf(pictures.join(' '));
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

import { compactDecrypt, decodeProtectedHeader } from 'jose';
import type { ProblemCode } from '../../domain/problems.ts';
import { type SealedFor, SealedHeader, sealing } from '../../domain/sealing.ts';
import type { Keyring } from './keyring.ts';

const allowed = { keyManagementAlgorithms: [sealing.alg], contentEncryptionAlgorithms: [sealing.enc] };

/**
 * Opens what a phone has sealed. Sealed for another submission or another follow key it is not opened: whoever carries
 * it cannot put it in as their own and read the answers.
 *
 * @param body a JWE in its compact form, as it came
 */
export async function unseal(
  body: ArrayBuffer,
  keyring: Keyring,
  { id, deposit }: SealedFor,
): Promise<{ plaintext: ArrayBuffer } | { problem: ProblemCode }> {
  const jwe = Buffer.from(body).toString('latin1');
  const header = headerOf(jwe);
  if (!header) return { problem: 'malformed-sealed' };
  if (header.id !== id || header.deposit !== deposit) return { problem: 'sealed-for-another' };
  const pair = keyring.find(header.kid);
  if (!pair) return { problem: 'unknown-sealing-key' };
  try {
    const { plaintext } = await compactDecrypt(jwe, pair.privateKey, allowed);
    return { plaintext: new Uint8Array(plaintext).buffer };
  } catch {
    // Altered, cut short, or a point that is not on the curve: whatever it is, it is not what a phone made.
    return { problem: 'malformed-sealed' };
  }
}

function headerOf(jwe: string) {
  try {
    return SealedHeader.safeParse(decodeProtectedHeader(jwe)).data;
  } catch {
    return undefined;
  }
}

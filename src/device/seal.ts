import { padded, type SealedFor, type SealingKey, sealing } from '../domain/sealing.ts';

/** Loaded when something is about to be sent, and put away with the app before that. */
const jose = async () => {
  const { CompactEncrypt, importJWK } = await import('jose');
  return { CompactEncrypt, importJWK };
};

/**
 * Seals JSON to the council's key: from then on this phone cannot open it either. Throws where the browser cannot, or
 * has not got what it takes.
 */
export async function seal(json: string, { kid, ...key }: SealingKey, sealedFor: SealedFor): Promise<string> {
  const { CompactEncrypt, importJWK } = await jose();
  return new CompactEncrypt(padded(new TextEncoder().encode(json)))
    .setProtectedHeader({ ...sealing, kid, ...sealedFor })
    .encrypt(await importJWK(key, sealing.alg));
}

/** Brings what sealing takes, while there is still a network. */
export function prepareSealing(): void {
  void jose().catch(() => undefined);
}

import { CompactEncrypt, importJWK } from 'jose';
import { padded, type SealedFor, type SealingKey, sealing } from '../../domain/sealing.ts';

/** Seals as a phone does (`device/seal.ts`): for the example in the API's description, and for whoever tests. */
export async function seal(json: string, { kid, ...key }: SealingKey, sealedFor: SealedFor): Promise<string> {
  return new CompactEncrypt(padded(new TextEncoder().encode(json)))
    .setProtectedHeader({ ...sealing, kid, ...sealedFor })
    .encrypt(await importJWK(key, sealing.alg));
}

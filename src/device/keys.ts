import { keyLength, type PictureKey } from '../domain/picture-key.ts';

/** 128 random bits in base64url: who has it may follow the submission. */
export function newFollowKey(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}

/** Seven different pictures, every set of them equally likely: a byte is a picture's number. */
export function newPictureKey(): PictureKey {
  const drawn = new Set<number>();
  while (drawn.size < keyLength) drawn.add(crypto.getRandomValues(new Uint8Array(1))[0] ?? 0);
  return [...drawn];
}

/**
 * The key of whoever helps the one whose key this is: 132 bits in base64url, from which nobody gets back to the
 * child's. Always the same one, so that what is sent twice, after a lost answer or from two tabs, says one thing once.
 */
export async function helperKeyOf(followKey: string): Promise<string> {
  return (await sha256(`heard helper ${followKey}`)).slice(0, 22);
}

/** SHA-256 of a text's UTF-8 bytes, in base64url. */
export async function sha256(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function base64url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** 128 random bits in base64url: who has it may follow the submission. */
export function newFollowKey(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}

/** SHA-256 of a text's UTF-8 bytes, in base64url. */
export async function sha256(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function base64url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

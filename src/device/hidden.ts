import type { HidingKey, HidingKeys } from './hiding-keys.ts';
import type { Sealed } from './lock.ts';

/** Whatever is kept hidden has an id, and a count of how often it was saved. */
export interface Saved {
  id: string;
  revision: number;
}

/** Something as it lies on this phone: nothing of it can be read without its key, which is a file beside the database. */
export interface Hidden extends Saved {
  /** The name of its key. */
  key: string;
  /** Where there is a lock, its id: what is hidden is then sealed to it. */
  lock?: string;
  /** AES-256-GCM over the JSON: 12 bytes of nonce, then the rest. */
  hidden: Uint8Array;
  /** It lay open here before, and the browser's own files may still hold that. */
  layOpen?: boolean;
}

/** Whatever stands in a store of hidden things: open where the browser gives no files, else hidden. */
export type Stored = Saved | Sealed | Hidden;

const nonceLength = 12;

export function isHidden(stored: Saved): stored is Hidden {
  return 'hidden' in stored;
}

export function keyNameOf(stored: Saved): string | undefined {
  return isHidden(stored) ? stored.key : undefined;
}

/** The id of the lock without which it cannot be read, hidden or not. */
export function lockOf(stored: Saved): string | undefined {
  return 'lock' in stored && typeof stored.lock === 'string' ? stored.lock : undefined;
}

/** It can be read in the database itself, or could once. */
export function hasLainOpen(stored: Saved): boolean {
  return !isHidden(stored) || stored.layOpen === true;
}

export async function hide(open: Saved, { name, key }: HidingKey): Promise<Hidden> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
  const bytes = new TextEncoder().encode(JSON.stringify(open));
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, bytes);
  const hidden = new Uint8Array(nonceLength + ciphertext.byteLength);
  hidden.set(nonce);
  hidden.set(new Uint8Array(ciphertext), nonceLength);
  const { id, revision } = open;
  const lock = lockOf(open);
  return { id, revision, key: name, ...(lock && { lock }), hidden };
}

/** What was hidden, as it was; nothing when its key is gone. What lies open is given as it lies. */
export async function reveal(stored: Saved, keys: HidingKeys): Promise<Saved | undefined> {
  if (!isHidden(stored)) return stored;
  const found = await keys.find(stored.key);
  if (!found) return undefined;
  const iv = stored.hidden.slice(0, nonceLength);
  const opened = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv }, found.key, stored.hidden.slice(nonceLength))
    .catch(() => undefined);
  return opened && JSON.parse(new TextDecoder().decode(opened));
}

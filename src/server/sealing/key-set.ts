import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import type { SealingKey } from '../../domain/sealing.ts';

/** The key pairs to which phones seal, as they are kept: a JWK Set (RFC 7517) whose newest key is the one in use. */
const Part = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const KeptKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: Part,
  y: Part,
  d: Part,
  kid: z.string(),
  made: z.iso.datetime(),
  /** Since when nothing new is sealed to it. It opens what was, for ever. */
  retired: z.iso.datetime().optional(),
});
const KeptKeys = z.object({ keys: z.array(KeptKey).min(1) });

/** What stands under "the keys" is none, or not as Heard writes it. Never says what stands there. */
export class KeysUnusable extends Error {}

export interface KeyPair {
  publicKey: SealingKey;
  privateKey: KeyObject;
  /** To be compared by people: see `fingerprintOf`. */
  fingerprint: string;
  made: string;
  retired: string | undefined;
}

export interface KeySet {
  current: KeyPair;
  /** Every one that there is, also those that are retired, by `kid`. */
  all: ReadonlyMap<string, KeyPair>;
}

/** Reads what `firstKeys` and `rotatedKeys` write. Throws `KeysUnusable`. */
export function readKeys(text: string): KeySet {
  const kept = parse(text).keys.map(pairOf);
  const inUse = kept.filter(({ retired }) => retired === undefined);
  const [current] = inUse;
  if (!current || inUse.length > 1) throw new KeysUnusable('Exactly one of the sealing keys must not be retired.');
  return { current, all: new Map(kept.map((pair) => [pair.publicKey.kid, pair])) };
}

/** One key pair, as text to be kept. `now` is an instant. */
export function firstKeys(now: string): string {
  return JSON.stringify({ keys: [newKey(now)] });
}

/** The same keys with a new one in use; the one before is retired, and stays. */
export function rotatedKeys(text: string, now: string): string {
  const { keys } = parse(text);
  return JSON.stringify({ keys: [newKey(now), ...keys.map((key) => ({ ...key, retired: key.retired ?? now }))] });
}

/**
 * The step before `rotated` where several processes are given their keys one after the other: the new key opens already,
 * and the one before is still told. Once every process has this, none can be asked to open what only others can.
 */
export function keysBeforeTelling(text: string, rotated: string): string {
  const known = parse(text).keys;
  const added = parse(rotated).keys.filter(({ kid }) => !known.some((key) => key.kid === kid));
  return JSON.stringify({ keys: [...known, ...added.map((key) => ({ ...key, retired: key.made }))] });
}

function newKey(made: string): z.infer<typeof KeptKey> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' });
  return { kty: 'EC', crv: 'P-256', x, y, d, kid: thumbprintOf({ x, y }), made };
}

function parse(text: string): z.infer<typeof KeptKeys> {
  try {
    return KeptKeys.parse(JSON.parse(text));
  } catch {
    throw new KeysUnusable('The sealing keys are not as "npm run keys" writes them.');
  }
}

function pairOf({ made, retired, d, ...publicKey }: z.infer<typeof KeptKey>): KeyPair {
  if (publicKey.kid !== thumbprintOf(publicKey)) throw new KeysUnusable('A sealing key has the name of another.');
  try {
    const privateKey = createPrivateKey({ key: { ...publicKey, d }, format: 'jwk' });
    return { publicKey, privateKey, fingerprint: fingerprintOf(publicKey.kid), made, retired };
  } catch {
    throw new KeysUnusable('One of the sealing keys is no key on P-256.');
  }
}

// RFC 7638: the members that make the key, in the order of their names, without a space.
function thumbprintOf({ x, y }: { x: string; y: string }): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url');
}

/** The first 80 bits of a key's thumbprint, for people: `3F2A 0C91 7BD4 55E0 A16C`. */
function fingerprintOf(kid: string): string {
  const first = Buffer.from(kid, 'base64url').subarray(0, 10).toString('hex').toUpperCase();
  return (first.match(/.{4}/g) ?? []).join(' ');
}

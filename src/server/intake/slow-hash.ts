import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { canonicalKey, type PictureKey } from '../../domain/picture-key.ts';
import { StoreBusy } from '../store/failures.ts';

/**
 * How picture keys are hashed, by the name that stands with each hash. The first is used for new ones; one is taken
 * out only when no row has it any more.
 */
const editions = {
  // 32 MiB and about a tenth of a second.
  'scrypt-15-8-1': { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 },
} as const;

type Edition = keyof typeof editions;
export const newest: Edition = 'scrypt-15-8-1';

export type SlowHash = (pictures: PictureKey, edition?: string) => Promise<string>;

const derive = promisify<string, string, number, object, Buffer>(scrypt);

/** About two seconds' worth: who comes later is asked to come again, and whoever sends something never waits here. */
const mostWaiting = 20;

/**
 * Makes the slow hash of a picture key, one at a time, so that guessing takes at most one core's time and 32 MiB
 * from those who send something. The salt is the pepper, the same for all: a key comes without a reference, so its
 * hash must be what it is found by. Whoever has the database without the pepper has nothing to guess with.
 *
 * Rejects with `StoreBusy` when too many wait.
 */
export function createSlowHash(pepper: string): SlowHash {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (pictures, edition = newest) => {
    if (!isEdition(edition)) return Promise.reject(new Error(`No picture key is hashed as "${edition}" here.`));
    if (waiting >= mostWaiting) return Promise.reject(new StoreBusy());
    waiting += 1;
    const made = last.then(() => derive(canonicalKey(pictures), `heard picture key ${pepper}`, 32, editions[edition]));
    last = made.catch(() => undefined).then(() => (waiting -= 1));
    return made.then((bytes) => bytes.toString('base64url'));
  };
}

function isEdition(name: string): name is Edition {
  return Object.hasOwn(editions, name);
}

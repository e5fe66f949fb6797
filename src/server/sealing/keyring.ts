import { statSync } from 'node:fs';
import path from 'node:path';
import { keptSecret, secretsFolder } from '../store/kept-secret.ts';
import { firstKeys, type KeyPair, type KeySet, readKeys } from './key-set.ts';

export interface Keyring {
  /** The one to seal to. */
  current: () => KeyPair;
  /** Any that something may have been sealed to, however long ago. */
  find: (kid: string) => KeyPair | undefined;
}

/** Where the keys come from: the environment, or the data folder, where they are made at the first start. */
interface Source {
  dataFolder: string;
  sealingKeys: string | undefined;
}

/** Throws `KeysUnusable`. */
export function openKeyring({ dataFolder, sealingKeys }: Source, now: () => string): Keyring {
  return sealingKeys ? keyringOf(readKeys(sealingKeys)) : keptKeyring(dataFolder, now);
}

export function keyringOf({ current, all }: KeySet): Keyring {
  return { current: () => current, find: (kid) => all.get(kid) };
}

/** Follows the file: keys are rotated beside a server that runs, and beside several. */
function keptKeyring(dataFolder: string, now: () => string): Keyring {
  const file = path.join(secretsFolder(dataFolder), 'sealing-keys');
  const read = () => readKeys(keptSecret(dataFolder, 'sealing-keys', () => firstKeys(now())));
  let keys = read();
  let seen = stateOf(file);
  const follow = () => {
    const state = stateOf(file);
    // Taken away, or written by hand and not well: what is known goes on opening what comes.
    if (state === undefined || state === seen) return;
    seen = state;
    try {
      keys = read();
    } catch {
      // Said at the next start, and by `npm run keys`.
    }
  };
  return {
    current() {
      follow();
      return keys.current;
    },
    find(kid) {
      // Only one that is not known yet can be news.
      if (!keys.all.has(kid)) follow();
      return keys.all.get(kid);
    },
  };
}

function stateOf(file: string): string | undefined {
  const state = statSync(file, { bigint: true, throwIfNoEntry: false });
  return state && `${state.ino} ${state.mtimeNs}`;
}

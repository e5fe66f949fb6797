import { type Config, ConfigError } from './config.ts';
import { exampleFollowKey, exampleId, exampleSubmission } from './intake/examples.ts';
import { hashKey } from './intake/follow-keys.ts';
import type { Sealing } from './intake/submissions.ts';
import { KeysUnusable } from './sealing/key-set.ts';
import { openKeyring } from './sealing/keyring.ts';
import { seal } from './sealing/seal.ts';

/** The keys with which what phones have sealed is opened, made at the first start. Throws `ConfigError`. */
export async function openSealing(config: Pick<Config, 'dataFolder' | 'sealingKeys'>): Promise<Sealing> {
  try {
    const keyring = openKeyring(config, () => new Date().toISOString());
    const exampleFor = { id: exampleId, deposit: hashKey(exampleFollowKey) };
    const example = await seal(JSON.stringify(exampleSubmission), keyring.current().publicKey, exampleFor);
    return { keyring, example };
  } catch (error) {
    if (!(error instanceof KeysUnusable)) throw error;
    throw new ConfigError([
      error.message,
      config.sealingKeys
        ? 'Put HEARD_SEALING_KEYS back as it was printed, on one line.'
        : 'Put HEARD_DATA/secrets/sealing-keys back from a backup: without it what waits on phones opens for nobody.',
    ]);
  }
}

import type { Config } from '../config.ts';
import type { SecretName } from '../store/kept-secret.ts';

type Given = Pick<Config, 'authSecret' | 'auditKey' | 'picturePepper' | 'sealingKeys'>;

/** The secrets by the names under which they are kept, as far as the environment gives them. */
export function secretsIn(config: Given): ReadonlyMap<string, string | undefined> {
  return new Map<SecretName, string | undefined>([
    ['auth-secret', config.authSecret],
    ['audit-key', config.auditKey],
    ['picture-pepper', config.picturePepper],
    ['sealing-keys', config.sealingKeys],
  ]);
}

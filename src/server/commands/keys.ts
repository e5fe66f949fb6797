import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { openStoreThere } from '../open-store.ts';
import { firstKeys, KeysUnusable, keysBeforeTelling, readKeys, rotatedKeys } from '../sealing/key-set.ts';
import { keptSecret, replaceSecret } from '../store/kept-secret.ts';
import { recordIfPossible } from './record-command.ts';
import { runCommand } from './run-command.ts';

const usage = 'npm run keys [-- rotate]';
const now = () => new Date().toISOString();

/** The keys to which phones seal: shows them, or puts a new one in use beside those that are there. */
await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [what, ...more] = positionals;
  if (more.length > 0 || (what !== undefined && what !== 'rotate')) throw new ConfigError([usage]);
  const config = readConfig(process.env);
  try {
    const kept = config.sealingKeys ?? keysThere(config);
    if (what === undefined) return list(kept);
    const rotated = rotatedKeys(kept, now());
    if (config.sealingKeys) return printForEnvironment(keysBeforeTelling(kept, rotated), rotated);
    replaceSecret(config.dataFolder, 'sealing-keys', rotated);
    list(rotated);
    console.log('A server that runs takes the new key at once. The others go on opening what was sealed to them.');
    await record(config);
  } catch (error) {
    if (error instanceof KeysUnusable) throw new ConfigError([error.message]);
    throw error;
  }
});

function keysThere({ dataFolder }: Config): string {
  if (!existsSync(dataFolder)) {
    throw new ConfigError([`There is no ${dataFolder}. Set HEARD_DATA, or HEARD_SEALING_KEYS, as the server has it.`]);
  }
  return keptSecret(dataFolder, 'sealing-keys', () => firstKeys(now()));
}

function list(text: string): void {
  for (const { fingerprint, made, retired } of readKeys(text).all.values()) {
    const state = retired ? `retired on ${retired.slice(0, 10)}, opens what was sealed to it` : 'in use';
    console.log(`${fingerprint}  made on ${made.slice(0, 10)}, ${state}`);
  }
}

// Nothing here can change the settings of a server. In two steps: a process that does not have the new key yet would
// refuse what a phone was told by another to seal to it.
function printForEnvironment(before: string, rotated: string): void {
  console.log('Both lines hold the keys of before, and are secret.');
  console.log('First give every process this one, which opens with the new key too, and start each again:');
  console.log(`HEARD_SEALING_KEYS=${before}`);
  console.log('Only when all of them run with it, give every process this one, which puts the new key in use:');
  console.log(`HEARD_SEALING_KEYS=${rotated}`);
}

async function record(config: Config): Promise<void> {
  const store = openStoreThere(config);
  try {
    await recordIfPossible(config, store, { verb: 'sealing-key-rotated' });
  } finally {
    await store.close();
  }
}

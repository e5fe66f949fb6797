import path from 'node:path';
import { parseArgs } from 'node:util';
import { BackupRefused } from '../backup/format.ts';
import { newKeys } from '../backup/seal.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { type Config, readConfig } from '../config.ts';
import { openStoreThere } from '../open-store.ts';
import { listSecrets } from '../store/kept-secret.ts';
import { secretsIn } from './given-secrets.ts';
import { recordIfPossible } from './record-command.ts';
import { runCommand } from './run-command.ts';

/** A slow disk may keep the database waiting for the next rows to be asked for, in milliseconds. */
const patience = 600_000;

await runCommand(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'new-key': { type: 'boolean' } } });
  if (values['new-key']) return printNewKeys();
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new BackupRefused('npm run backup -- <file>');
  const config = readConfig(process.env);
  const store = openStoreThere(config, patience);
  try {
    const secrets = secretsOf(config);
    // First, so that the backup itself holds that it was made.
    await recordIfPossible(config, store, { verb: 'backup-begun' });
    const madeAt = new Date().toISOString();
    const { rows, tables } = await writeBackup({
      store,
      secrets,
      keys: config.backup,
      file: path.resolve(file),
      madeAt,
    });
    console.log(`Backed up ${rows} rows of ${tables} tables, as they were together at ${madeAt}, to ${file}`);
  } finally {
    await store.close();
  }
});

/** Those the server uses, wherever the operator keeps them. Without one of them a restored database opens for nobody. */
function secretsOf({ dataFolder, ...given }: Config): Map<string, string> {
  const secrets = listSecrets(dataFolder);
  for (const [name, value] of secretsIn(given)) if (value) secrets.set(name, value);
  const missing = (['auth-secret', 'audit-key'] as const).filter((name) => !secrets.has(name));
  if (missing.length > 0) {
    throw new BackupRefused(
      `There is no ${missing.join(' and no ')} here, and what is restored without would be of little use. ` +
        'Back up with the settings of the server: HEARD_DATA, or HEARD_AUTH_SECRET and HEARD_AUDIT_KEY.',
    );
  }
  return secrets;
}

async function printNewKeys(): Promise<void> {
  const { identity, recipient } = await newKeys();
  console.log(
    [
      'For the server, so that it can make backups it cannot read:',
      `HEARD_BACKUP_RECIPIENT=${recipient}`,
      'For whoever restores, kept far away from the server. Who loses it loses every backup:',
      `HEARD_BACKUP_IDENTITY=${identity}`,
    ].join('\n'),
  );
}

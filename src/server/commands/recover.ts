import { parseArgs } from 'node:util';
import { addressesAt, ConfigError, readConfig } from '../config.ts';
import { openStoreThere } from '../open-store.ts';
import { issueLink } from '../people/staff-links.ts';
import { endSessions, findStaffByEmail, removeSecondFactor } from '../store/staff.ts';
import { NotRecorded, recordCommand } from './record-command.ts';
import { runCommand } from './run-command.ts';

const usage = 'npm run people:recover -- <e-mail address> [--without-second-factor]';

/** For whom nobody else can let in again: the only administrator, without password or authenticator. */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'without-second-factor': { type: 'boolean', default: false } },
  });
  const [email] = positionals;
  if (!email || positionals.length > 1) throw new ConfigError([usage]);
  const isRemoved = values['without-second-factor'];
  const config = readConfig(process.env);
  const { publicUrl } = addressesAt(config, config.port);
  const store = openStoreThere(config);
  let link = '';
  try {
    await recordCommand(config, store, {
      verb: 'recovery-link-made',
      work: async (trx) => {
        const found = await findStaffByEmail(trx, email);
        if (!found) throw new ConfigError(['There is no account with this e-mail address.']);
        if (!found.isActive)
          throw new ConfigError(['This account was deactivated. An administrator can activate it again.']);
        ({ link } = await issueLink(trx, publicUrl, { ...found, userId: found.id }, new Date().toISOString()));
        if (isRemoved) await removeSecondFactor(trx, found.id, store.engine === 'postgres' ? false : 0);
        await endSessions(trx, found.id);
        return { person: found.id, secondFactor: isRemoved ? 'removed' : 'kept' };
      },
    });
  } catch (error) {
    if (error instanceof NotRecorded) throw new ConfigError([`Nothing was done, because ${error.message}.`]);
    throw error;
  } finally {
    await store.close();
  }
  console.log(
    [
      'Signed out everywhere. A new password can be chosen, once, within seven days, at:',
      link,
      isRemoved ? 'The second factor is off; another is set up after that.' : 'The second factor is as it was.',
    ].join('\n'),
  );
});

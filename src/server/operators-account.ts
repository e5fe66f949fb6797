import type { Council } from '../domain/council.ts';
import { shortestPassword } from '../domain/staff.ts';
import type { Config } from './config.ts';
import type { AuthSettings } from './people/auth.ts';
import { isEasyToGuess, makeOperatorsAccount, type RecordFor } from './people/first-account.ts';
import { createGuessable } from './people/guessable-passwords.ts';
import type { Db } from './store/database.ts';

/**
 * Makes the account of HEARD_ADMIN_EMAIL, unless there is one already: accounts that are there are not looked at. Who
 * sets the environment runs the server, and is not refused; a password that would be refused to anybody else is said.
 */
export async function makeAccountOfEnvironment(
  db: Db,
  settings: AuthSettings,
  { admin }: Pick<Config, 'admin'>,
  council: Council,
  record: RecordFor<{ person: string }>,
): Promise<void> {
  if (!admin) return;
  const isMade = await makeOperatorsAccount(db, settings, admin, record);
  if (isMade && isEasyToGuess(createGuessable(council, settings.publicUrl), admin)) {
    console.error(
      'WARNING: HEARD_ADMIN_PASSWORD has made the first account, and is too easy to guess. At the desk nobody may choose\n' +
        `less than ${shortestPassword} characters, one of the most used, or words that belong to the council or to themselves.\n` +
        'Change it under "My account": three or four words that do not belong together are good.',
    );
  }
}

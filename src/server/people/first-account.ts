import type { Instant } from '../../domain/dates.ts';
import { NewPassword, type Role, type SetUp } from '../../domain/staff.ts';
import type { Connection, Db } from '../store/database.ts';
import { isUniqueViolation } from '../store/failures.ts';
import { replaceSetUpLink, useSetUpLink } from '../store/set-up-links.ts';
import { countStaff } from '../store/staff.ts';
import type { AuthSettings } from './auth.ts';
import type { IsGuessable } from './guessable-passwords.ts';
import { insertAccount } from './insert-account.ts';
import { hashOfToken, newToken } from './tokens.ts';

/** The first account looks after accounts and works the desk, for there is nobody else to do either (decision 15). */
const first = { roles: ['administrator', 'officer'] satisfies Role[], teams: [] };

/** Writes into the record of what staff did, in the transaction of what was done. */
export type RecordFor<Facts> = (trx: Connection, facts: Facts) => Promise<void>;

/** Whether the operator has chosen a password that nobody else may choose. */
export function isEasyToGuess(
  isGuessable: IsGuessable,
  { email, password }: { email: string; password: string },
): boolean {
  return !NewPassword.safeParse(password).success || isGuessable(password, { name: nameFrom(email), email });
}

/** Makes the account the operator asked for, unless there is one already. Gives whether it was made now. */
export async function makeOperatorsAccount(
  db: Db,
  settings: AuthSettings,
  { email, password }: { email: string; password: string },
  record: RecordFor<{ person: string }>,
): Promise<boolean> {
  try {
    return await db.transaction().execute(async (trx) => {
      if ((await countStaff(trx)) > 0) return false;
      const person = await insertAccount(trx, settings, { ...first, name: nameFrom(email), email, password });
      await record(trx, { person });
      return true;
    });
  } catch (error) {
    // Another process that started in the same moment made it.
    if (!isUniqueViolation(error)) throw error;
    return false;
  }
}

/** When there is no account yet: a new one-time link with which to make one, voiding those printed before. */
export async function makeSetUpLink(
  db: Db,
  publicUrl: URL,
  at: Instant,
  record: RecordFor<object>,
): Promise<URL | undefined> {
  if ((await countStaff(db)) > 0) return undefined;
  const token = newToken();
  await db.transaction().execute(async (trx) => {
    await replaceSetUpLink(trx, { tokenHash: hashOfToken(token), madeAt: at });
    await record(trx, {});
  });
  // Behind the #, the token reaches neither a server's log nor a proxy's.
  return new URL(`/desk#set-up=${token}`, publicUrl);
}

/**
 * Makes the first account with the link's token. The link is used up and the account made in one transaction: of two
 * who use it in one moment, one succeeds. False when the link is not good.
 */
export function useSetUpToken(
  db: Db,
  settings: AuthSettings,
  { token, ...account }: SetUp,
  record: (trx: Connection, id: string) => Promise<void>,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (!(await useSetUpLink(trx, hashOfToken(token))) || (await countStaff(trx)) > 0) return false;
    await record(trx, await insertAccount(trx, settings, { ...first, ...account }));
    return true;
  });
}

/** jo.bloggs@… is most likely Jo Bloggs. */
export function nameFrom(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._+-]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email;
}

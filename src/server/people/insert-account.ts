import type { Role } from '../../domain/staff.ts';
import type { Connection } from '../store/database.ts';
import { textOf } from '../store/staff.ts';
import { type AuthSettings, createAuth } from './auth.ts';

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  roles: readonly Role[];
  /** Ids of the council's file. */
  teams: readonly string[];
}

/** Makes an account and gives its id: by the library itself, over this transaction, so that only it knows how it keeps a password. */
export async function insertAccount(
  trx: Connection,
  settings: AuthSettings,
  { name, email, password, roles, teams }: NewAccount,
): Promise<string> {
  const { internalAdapter, password: passwords } = await createAuth(trx, settings).$context;
  const user = await internalAdapter.createUser(
    { name, email, emailVerified: false, role: textOf(roles), teams: textOf(teams) },
    { method: 'email-password' },
  );
  await internalAdapter.createAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: await passwords.hash(password),
  });
  return user.id;
}

/** Gives an account another password, over this transaction. */
export async function replacePassword(
  trx: Connection,
  settings: AuthSettings,
  { userId, password }: { userId: string; password: string },
): Promise<void> {
  const { internalAdapter, password: passwords } = await createAuth(trx, settings).$context;
  await internalAdapter.updatePassword(userId, await passwords.hash(password));
}

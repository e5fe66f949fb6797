import { type Officer, Role, type SecondFactor } from '../../domain/staff.ts';
import { listOf } from '../store/staff.ts';

/** An account as the sign-in library gives it. */
export interface Account {
  id: string;
  name: string;
  email: string;
  role: string;
  teams: string;
  deactivatedAt?: string | null | undefined;
  twoFactorEnabled?: boolean | null | undefined;
  createdAt: Date;
}

export function officerOf({ id, name, email, role, teams }: Account): Officer {
  return { id, name, email, roles: rolesOf(listOf(role)), teams: listOf(teams) };
}

/** A role that this program does not know, of a newer one on the same database, gives nothing. */
export function rolesOf(names: readonly string[]): Role[] {
  return Role.options.filter((role) => names.includes(role));
}

const day = 24 * 60 * 60 * 1000;

/** Until when somebody may put off their second factor. */
export function graceEnd({ createdAt }: Pick<Account, 'createdAt'>, graceDays: number): Date {
  return new Date(createdAt.getTime() + graceDays * day);
}

export function secondFactorOf(account: Account, graceDays: number): SecondFactor {
  if (account.twoFactorEnabled) return 'on';
  return graceEnd(account, graceDays).getTime() > Date.now() ? 'later' : 'now';
}

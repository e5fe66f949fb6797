import { APIError } from 'better-auth/api';
import type { Credentials, Officer, SecondFactor } from '../../domain/staff.ts';
import type { Connection } from '../store/database.ts';
import { type Auth, type CheckedPassword, createAuth } from './auth.ts';
import type { PeopleNeeds } from './needs.ts';
import { type Account, graceEnd, officerOf, secondFactorOf } from './officer-of.ts';

/** Somebody who is signed in, and the cookies that keep it so. */
export interface Session {
  id: string;
  officer: Officer;
  secondFactor: SecondFactor;
  /** Until when a second factor may be put off. */
  secondFactorBy: Date;
  cookies: string[];
}

/** However busy a day is, one signs in again after this long, in milliseconds. */
const longestSession = 12 * 60 * 60 * 1000;

/** The cookies are the session's, or, while a code is asked for, those by which it is known whose. */
export type SigningIn = { session: Session } | { codeNeeded: true; cookies: string[] };

export interface Doorkeeper {
  auth: Auth;
  graceDays: number;
}

/** Credentials that are right, with what shows it. */
export type Checked = Credentials & CheckedPassword;

/** Undefined when the address or the password is not right, whichever of them. It takes a tenth of a second either way. */
export async function checkCredentials(auth: Auth, { email, password }: Credentials): Promise<Checked | undefined> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(email.toLowerCase(), { includeAccounts: true });
  const hash = found?.accounts.find(({ providerId }) => providerId === 'credential')?.password;
  if (!hash) {
    await passwords.hash(password);
    return undefined;
  }
  return (await passwords.verify({ hash, password })) ? { email, password, hash } : undefined;
}

/**
 * Opens a session for who was found to be right, and does `also` in the same transaction: neither is there without the
 * other. Undefined when the account is closed, or its password was changed in that moment. `also` is not done while a
 * code is still asked for.
 */
export async function openSession(
  { db, auth, settings }: Pick<PeopleNeeds, 'db' | 'auth' | 'settings'>,
  checked: Checked,
  also: (trx: Connection, session: Session) => Promise<void> = async () => undefined,
): Promise<SigningIn | undefined> {
  const { email, password } = checked;
  try {
    const opened = await db.transaction().execute(async (trx) => {
      const over = createAuth(trx, settings, checked);
      const { response, headers } = await over.api.signInEmail({ body: { email, password }, returnHeaders: true });
      const cookies = headers.getSetCookie();
      if (!('user' in response)) return { codeNeeded: true as const, cookies };
      const door = { auth: over, graceDays: settings.graceDays };
      const session = await freshSession(door, response.token, cookies);
      if (session) await also(trx, session);
      return session && { session };
    });
    await removeEndedSessions(auth);
    return opened;
  } catch (error) {
    if (error instanceof APIError && error.statusCode === 401) return undefined;
    throw error;
  }
}

/** What was just opened; undefined, and closed again, when the account is deactivated. */
export async function freshSession(
  { auth, graceDays }: Doorkeeper,
  token: string,
  cookies: string[],
): Promise<Session | undefined> {
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findSession(token);
  const account = found?.user as Account | undefined;
  if (!found || !account) return undefined;
  if (account.deactivatedAt) {
    await internalAdapter.deleteSession(token);
    return undefined;
  }
  return sessionOf(account, found.session.id, cookies, graceDays);
}

/** Who is signed in with these cookies. Using a session keeps it from ending for idleness, hence the cookies. */
export async function currentSession({ auth, graceDays }: Doorkeeper, request: Headers): Promise<Session | undefined> {
  const { response, headers } = await auth.api.getSession({ headers: request, returnHeaders: true }).catch(rethrow);
  if (!response) return undefined;
  const isTooOld = Date.now() - response.session.createdAt.getTime() > longestSession;
  if (isTooOld || response.user.deactivatedAt) {
    await signOut(auth, request);
    return undefined;
  }
  return sessionOf(response.user, response.session.id, headers.getSetCookie(), graceDays);
}

/** Whether this is the password of who is signed in. */
export async function checkPassword(auth: Auth, request: Headers, password: string): Promise<boolean> {
  try {
    await auth.api.verifyPassword({ body: { password }, headers: request });
    return true;
  } catch (error) {
    if (error instanceof APIError && error.body?.code === 'INVALID_PASSWORD') return false;
    return rethrow(error);
  }
}

/** Ends the session, here and in the browser. Gives the cookies that say so. */
export async function signOut(auth: Auth, request: Headers): Promise<string[]> {
  const { headers } = await auth.api.signOut({ headers: request, returnHeaders: true }).catch(rethrow);
  return headers.getSetCookie();
}

function sessionOf(account: Account, id: string, cookies: string[], graceDays: number): Session {
  return {
    id,
    officer: officerOf(account),
    secondFactor: secondFactorOf(account, graceDays),
    secondFactorBy: graceEnd(account, graceDays),
    cookies,
  };
}

async function removeEndedSessions(auth: Auth): Promise<void> {
  const { adapter } = await auth.$context;
  const where = [{ field: 'expiresAt', operator: 'lt' as const, value: new Date() }];
  await adapter.deleteMany({ model: 'session', where });
}

// The library wraps what its database said. Unwrapped, a store that is busy is answered as busy.
export function rethrow(error: unknown): never {
  throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

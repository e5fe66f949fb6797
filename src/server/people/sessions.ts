import { APIError } from 'better-auth/api';
import { type Credentials, Officer } from '../../domain/staff.ts';
import type { Auth } from './auth.ts';

/** Somebody who is signed in, and the cookies that keep it so. */
export interface Session {
  officer: Officer;
  cookies: string[];
}

/** However busy a day is, one signs in again after this long, in milliseconds. */
const longestSession = 12 * 60 * 60 * 1000;

/** Signs in; undefined when the address or the password is not right, whichever of them. */
export async function signIn(auth: Auth, { email, password }: Credentials): Promise<Session | undefined> {
  try {
    const { response, headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
    await removeEndedSessions(auth);
    return { officer: Officer.parse(response.user), cookies: headers.getSetCookie() };
  } catch (error) {
    if (error instanceof APIError && error.statusCode === 401) return undefined;
    throw error;
  }
}

/** Who is signed in with these cookies. Using a session keeps it from ending for idleness, hence the cookies. */
export async function currentSession(auth: Auth, request: Headers): Promise<Session | undefined> {
  const { response, headers } = await auth.api.getSession({ headers: request, returnHeaders: true }).catch(rethrow);
  if (!response) return undefined;
  if (Date.now() - response.session.createdAt.getTime() > longestSession) {
    await signOut(auth, request);
    return undefined;
  }
  return { officer: Officer.parse(response.user), cookies: headers.getSetCookie() };
}

/** Ends the session, here and in the browser. Gives the cookies that say so. */
export async function signOut(auth: Auth, request: Headers): Promise<string[]> {
  const { headers } = await auth.api.signOut({ headers: request, returnHeaders: true }).catch(rethrow);
  return headers.getSetCookie();
}

async function removeEndedSessions(auth: Auth): Promise<void> {
  const { adapter } = await auth.$context;
  const where = [{ field: 'expiresAt', operator: 'lt' as const, value: new Date() }];
  await adapter.deleteMany({ model: 'session', where });
}

// The library wraps what its database said. Unwrapped, a store that is busy is answered as busy.
function rethrow(error: unknown): never {
  throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

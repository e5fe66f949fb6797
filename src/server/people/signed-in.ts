import type { SignedIn } from '../web/officer-env.ts';
import { problemResponse } from '../web/problem-response.ts';
import type { Auth } from './auth.ts';
import { currentSession } from './sessions.ts';

/** Lets only those through who are signed in, and keeps their session from ending while they work. */
export function signedIn(auth: Auth): SignedIn {
  return async (c, next) => {
    const session = await currentSession(auth, c.req.raw.headers);
    if (!session) return problemResponse(c, 'sign-in-required');
    c.set('officer', session.officer);
    for (const cookie of session.cookies) c.header('Set-Cookie', cookie, { append: true });
    return next();
  };
}

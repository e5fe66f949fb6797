import type { MiddlewareHandler } from 'hono';
import type { OfficerEnv, SignedIn } from '../web/officer-env.ts';
import { problemResponse } from '../web/problem-response.ts';
import { currentSession, type Doorkeeper, type Session } from './sessions.ts';

/** What the routes about one's own account know. */
export interface OwnEnv {
  Variables: OfficerEnv['Variables'] & { session: Session };
}

/** Lets only those through who are signed in and safely so, and keeps their session from ending while they work. */
export function signedIn(door: Doorkeeper): SignedIn {
  return async (c, next) => {
    const session = await currentSession(door, c.req.raw.headers);
    if (!session) return problemResponse(c, 'sign-in-required');
    if (session.secondFactor === 'now') return problemResponse(c, 'second-factor-needed');
    c.set('officer', session.officer);
    addCookies(c, session.cookies);
    return next();
  };
}

/** The same for one's own account: also for who must set up a second factor before anything else. */
export function signedInForSelf(door: Doorkeeper): MiddlewareHandler<OwnEnv> {
  return async (c, next) => {
    const session = await currentSession(door, c.req.raw.headers);
    if (!session) return problemResponse(c, 'sign-in-required');
    c.set('officer', session.officer);
    c.set('session', session);
    addCookies(c, session.cookies);
    return next();
  };
}

export function addCookies(
  c: { header: (...header: ['Set-Cookie', string, { append: true }]) => void },
  cookies: string[],
): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}

import type { MiddlewareHandler } from 'hono';
import type { Officer } from '../../domain/staff.ts';

/** What a route behind a session knows: who is signed in. */
export interface OfficerEnv {
  Variables: { officer: Officer };
}

/** Lets only those through who are signed in, and says who they are. */
export type SignedIn = MiddlewareHandler<OfficerEnv>;

import type { MiddlewareHandler } from 'hono';
import { may as mayDo, type Permission } from '../../domain/staff.ts';
import type { OfficerEnv } from './officer-env.ts';
import { problemResponse } from './problem-response.ts';

/** Lets only those through whose roles give one of these permissions. Stands behind `SignedIn`. */
export function may(...permissions: [Permission, ...Permission[]]): MiddlewareHandler<OfficerEnv> {
  return async (c, next) => {
    if (!mayDo(c.get('officer'), ...permissions)) return problemResponse(c, 'role-needed');
    return next();
  };
}
